import path from 'node:path';
import { drawInputs } from '../../grader/check/check-law.ts';
import { judgeInput } from '../../grader/check/judge-input.ts';
import { lawSeed } from '../../grader/check/seeds.ts';
import { localAnswer } from '../../grader/diagnose/local-answer.ts';
import { loadProvableFolder, projectRoot } from '../../grader/load/grading.ts';
const [filter, n, first] = process.argv.slice(2);
const root=projectRoot();
const { manifest, grading, proof } = await loadProvableFolder(root, root+'/assignments/04-initialization');
const cand=[...proof!.mutants.map(m=>['mutant',m] as const),...proof!.rightAnswers.map(m=>['right',m] as const),...grading.misconceptions.map(m=>['misc',m] as const)];
for (const [role,m] of cand) { if(!new RegExp(filter!).test(`${role}/${m.task}/${m.id}`)) continue;
  const laws=grading.laws.filter(l=>l.task===m.task && !(l as any).isOfDomain);
  for(let s=Number(first);s<Number(first)+Number(n);s++){ const hits:string[]=[]; const memo=new Map();
    for(const law of laws){ const key=law.evidence; const drawn=drawInputs(law,lawSeed(s,manifest.id,law)); let hit;
      for(const [i,{input,calls}] of drawn.entries()){ const k=key+i; const outs=memo.get(k)??calls.map(a=>localAnswer(m.answer as never,a)); memo.set(k,outs);
        const f=judgeInput(law,input,outs); if(f){hit=f;break;} }
      if(hit){const v:any=(hit as any).violation; hits.push(law.id+(v?`(${v.path??''} exp ${v.expected?.center?.toPrecision?.(4)??JSON.stringify(v.expected)}±${v.expected?.halfWidth?.toPrecision?.(3)??''} got ${typeof v.received==='number'?v.received.toPrecision(4):v.received}; ${JSON.stringify(hit.args).slice(0,40)})`:(hit as any).kind));}
    }
    console.log(role,m.task,m.id,s,hits.join(' | ')||'PASS');
  }}
