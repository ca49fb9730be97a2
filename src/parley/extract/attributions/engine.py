"""Attributions from the engine's own spans where no rule read the cue.

Measured on the annotated texts (pooled, with the source right): rules alone do better than rules and spans
together, spans alone far worse; spans therefore only add what stands on a verb of saying.
"""

from __future__ import annotations

from parley.extract.attributions.draft import Draft, Phrase
from parley.extract.attributions.frame import Frame
from parley.model.analysis import TokenSpan
import os

GAP = 3
def engine_drafts(f: Frame, drafts: list[Draft]) -> list[Draft]:
    """Drafts from spans of the engine that no draft covers yet."""
    mode=os.environ.get('ENG','')
    if not mode: return []
    taken=set(); 
    for d in drafts:
        if mode!='alone':
            if d.cue: taken.update(range(*d.cue))
            for a,b in d.content: taken.update(range(a,b))
    spans=f.a.attribution_spans
    cs=[s for s in spans if s.label=='Cue']; so=[s for s in spans if s.label=='Source']; co=[s for s in spans if s.label=='Content']
    out=[]
    from parley.extract.attributions.content import lemma_of_cue
    def dist(a,b): return max(a.first-b.last,b.first-a.last,0)
    for c in cs:
        if any(k in taken for k in range(c.first,c.last)): continue
        if mode=='lex' and not any(lemma_of_cue(f.a.tokens[k]) and f.a.tokens[k].xpos.startswith('VB') for k in range(c.first,c.last)): continue
        cc=[x for x in co if f.same_stretch(x.first,c.first) and dist(c,x)<=GAP and x.last-x.first>1]
        ss=[x for x in so if f.same_stretch(x.first,c.first) and dist(c,x)<=8]
        if not cc or (mode in('lex','src') and not ss): continue
        x=min(cc,key=lambda x:dist(c,x))
        if mode!='alone' and sum(k in taken for k in range(x.first,x.last))>(x.last-x.first)//2: continue
        s=min(ss,key=lambda x:dist(c,x)) if ss else None
        from parley.extract.attributions.frame import _head
        out.append(Draft('engine',c.first,(c.first,c.last),(Phrase(_head(f.a,s.first,s.last),s.first,s.last),) if s else (),((x.first,x.last),)))
    return out
