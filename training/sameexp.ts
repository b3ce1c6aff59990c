import { readMentions } from "../src/events/mentions.ts"
import { judgement } from "../src/events/judgement.ts"
import { sameFeatures } from "../src/events/gather.ts"
import { Weights } from "../src/network/weights.ts"
import { hearing } from "../src/english.ts"
import { Scene } from "../src/events/scene.ts"
import { annotated } from "./annotated.ts"
import { learn, type Sample } from "./linear.ts"
import { readFileSync } from "node:fs"
const sets: {set:string, doc:any, events:any[]}[] = []
for (const name of ["seeds","releases","current-events","train-releases","train-current-events"]) {
  const docs = new Map(readFileSync(`../shared/gold/${name}.docs.jsonl`,"utf8").split("\n").filter(Boolean).map(l=>{const d=JSON.parse(l);return [d.id,d]}))
  for (const g of JSON.parse(readFileSync(`../shared/gold/${name}.gold.json`,"utf8"))) sets.push({set:name,doc:docs.get(g.doc),events:g.events})
}
let n=0
for (const a of await annotated<any>("../shared/data")) { if (a.set==="current-events" && n++%4) continue; sets.push(a as never) }
const pairs: {set:string,doc:string,s:Sample}[]=[]
for (const {set,doc,events} of sets) {
  const scene=new Scene(hearing.read(doc)); const ms=readMentions(scene.doc,judgement)
  const owner=ms.map(m=>events.findIndex((e:any)=>e.type===m.type&&e.mentions.some((x:any)=>x.from<m.trigger.to&&m.trigger.from<x.to)))
  for(let i=0;i<ms.length;i++)for(let j=i+1;j<ms.length;j++) if(ms[i]!.type===ms[j]!.type&&owner[i]!>=0&&owner[j]!>=0)
    pairs.push({set,doc:doc.id,s:{features:sameFeatures(scene.doc,ms[i]!,ms[j]!).strings(),label:owner[i]===owner[j]?"same":"other"}})
}
console.log("pairs",pairs.length)
const f=(d:string)=>[...d].reduce((a,c)=>a+c.charCodeAt(0),0)%5
const NEW=/^(?:.*&)?(?:ordinal|number|place|weapon|means|told|day)=/
for (const [name,keep] of [["all",(_:string)=>true],["old",(x:string)=>!NEW.test(x)&&!/^(?:story|item|release)&/.test(x)],["no page",(x:string)=>!/^(?:story|item|release)&/.test(x)]] as const) {
  const c:Record<string,number[]>={}
  for(let k=0;k<3;k++){
    const w=new Weights(learn(pairs.filter(p=>f(p.doc)!==k).map(p=>({...p.s,features:p.s.features.filter(keep)}))))
    const yes=w.classes.indexOf("same")
    for(const p of pairs.filter(p=>f(p.doc)===k)){
      const fs={hashed:undefined}; void fs
      const F=new (await import("../src/network/features.ts")).Features(...p.s.features.filter(keep))
      const said=w.likelihoods(F)[yes]!>0.5; const is=p.s.label==="same"
      for(const key of [p.set,"all"]){ c[key]??=[0,0,0,0]; c[key]![said?(is?0:1):(is?2:3)]!++ }
    }
  }
  console.log(name,Object.entries(c).map(([k,[tp,fp,fn,tn]])=>`${k}: P ${(100*tp!/(tp!+fp!)).toFixed(1)} R ${(100*tp!/(tp!+fn!)).toFixed(1)} acc ${(100*(tp!+tn!)/(tp!+fp!+fn!+tn!)).toFixed(1)} n ${tp!+fp!+fn!+tn!}`).join("\n   "))
}
