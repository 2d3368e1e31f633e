"""Legal forms of many countries' law that rigour's collection does not hold: as abbreviated and as spelled out.

Written by the maintainers, 2026, from general knowledge of company law; no register of forms was copied. One line is one kind of
body; forms are in Latin letters without accents, lower case, dots and signs gone (S.à r.l. is `sa rl`, sp. k. is `sp k`). Forms
that are a word or common initials somewhere stand in no line: better a form too many in a name than a name without its brand.
"""

from __future__ import annotations

_BEHIND: tuple[tuple[str | None, str], ...] = (
    # English-speaking countries, India, Gulf states.
    ("llc", "p ltd; p limited; dac; designated activity company; clg; company limited by guarantee; teoranta; cyfyngedig; wll; spc; "
     "limited liability co; ltd liability company; pte limited; pte; private ltd; fllc; alc; fz llc; fzllc; fzcollc; "
     "llc fz; llc sp; llc soc; smc private; smc pvt; llc opc; llc o pc; llc op c; o pc; op c; opc; proprietary limited; proprietary ltd; "
     "one person company llc; one person company; sole proprietorship llc; one member co ltd; one member company limited; "
     "one member limited liability company; one member llc; one member ltd; single member llc; single member ltd; single member pc; "
     "edms bpk; eiendoms bpk; eiendoms beperk; close corporation; "
     "pty; pty limited; mll; "
     "single member llc; single member limited liability co; single member limited liability; iooo; sooo"),
    ("fz", "fzc; fz co; fz; free zone company; free zone establishment"),
    ("jsc", "public company limited; public company ltd; public co ltd; pcl; bsc; bsc c; bsc closed; kscc; kscp; ksc; qpsc; qsc; saog; "
     "saoc; psc; pjs; public company limited by shares; public shareholding; jt stk; non public joint stock; non public jsc; prjsc; "
     "private jsc; private joint stock; public jsc; sae; sal; sal holding; sal offshore; sak; ccg"),
    ("lp", "lllp; scsp; slp; ltd partnership; gmbh co kg; gmbh und co kg; ag co kg; ag und co kg; ug co kg; ug haftungsbeschrankt co kg; "
     "se co kg; kommanditgesellschaft; kommanditbolag; kommanditselskab; kommandittselskap; kommandiittiyhtio"),
    ("gp", "offene handelsgesellschaft; offene gesellschaft; ohg; gbr; gesellschaft burgerlichen rechts; gmbh co ohg"),
    (None, "group of companies; state owned enterprise; sa nv; nv sa; jvc; jv company; jv co; ulc; unlimited company; "
     "community interest company; pllc; est; trading est; "
     "general trading establishment; trading establishment; "
     "general trading est; trust reg; "
     "treuunternehmen; anstalt; cic; cio; reg trust; stichting; "
     "in liquidation; under liquidation; in administration; in receivership; in voluntary liquidation; liquidated; dissolved; "
     "in liq; defunct; joint venture; jv; bo; rep office; representative office; head office; registered"),
    # French and Benelux.
    ("llc", "sarl; sa rl; s a rl; s a r l; sarlu; sarl au; sasu; selarl; eurl; scrl; scri; societe a responsabilite limitee; "
     "sprl u; sprlu; societe a responsabilite limitee unipersonnelle; entreprise unipersonnelle a responsabilite limitee; "
     "societe dexercice liberal a responsabilite limitee; societe d exercice liberal a responsabilite limitee; "
     "besloten vennootschap met beperkte aansprakelijkheid; besloten vennootschap; societe privee a responsabilite limitee"),
    ("jsc", "societe anonyme; societe par actions simplifiee; societe par actions; societe europeenne; naamloze vennootschap; "
     "ste anonyme; soc anonyme; societe par actions simplifiee unipersonnelle; societe anonyme simplifiee; "
     "societe en commandite par actions"),
    (None, "maatschap; societe en commandite simple; et cie; et compagnie; et co; gcv; comm v; commv; ltee; limitee; enr; senc; sencrl; "
     "societe en commandite; "
     "societe en nom collectif; societe cooperative; cooperatief ua; cooperatie ua; en co; vereniging zonder winstoogmerk; "
     "association sans but lucratif; en liquidation; in vereffening; in liquidatie; societe civile; soparfi; sicar; raif"),
    # German-speaking.
    ("llc", "sagl; gmbh i l; gmbh il; gmbh in liquidation; ug haftungsbeschrankt; haftungsbeschrankt; mit beschrankter haftung; "
     "gesellschaft mit beschrankter haftung; gesellschaft m b h; ges m b h; ges mbh; gesellschaft mbh; gesmbh"),
    (None, "i gr; in grundung; und co; u co; i l; in liquidation; eingetragener verein; eingetragene genossenschaft; co kg; und co kg; "
     "offene handelsgesellschaft; gesellschaft burgerlichen rechts; einzelunternehmen; ek inh"),
    # Nordic and Baltic.
    ("jsc", "asa; ab publ; publ; aktiebolaget; aktiebolag publ; publikt aktiebolag; allmennaksjeselskap; aksjeselskap; aktsiaselts; "
     "julkinen osakeyhtio; hlutafelag; akciju sabiedriba; akcine bendrove"),
    ("llc", "ou; oue; oy ab; osauhing; einkahlutafelag; uzdaroji akcine bendrove; sabiedriba ar ierobezotu atbildibu; anpartsselskabet; "
     "anpartsselskab; privat aktiebolag"),
    (None, "individuali imone; individualais komersants; andelsselskab; mazoji bendrija; viesoji istaiga; partnerselskab; "
     "ivaerksaetterselskab; handelsbolag; handelsbolaget; "
     "kommanditbolag; interessentskab; kommanditselskab; kommandiittiyhtio; ohf; nuf; "
     "ansvarlig selskap; ekonomisk forening; med begraenset ansvar; i konkurs; i likvidation"),
    # Central and south-eastern Europe.
    ("llc", "doo za; dooel; eood; ood; jdoo; j doo; sp zoo; sp z oo; sp z oow organizacji; spolka zoo; spolka z oo; "
     "sro v likvidaci; spol s ro; spol sro; spolecnost s ro; "
     "shpk; sh pk; shoqeri me pergjegjesi te kufizuar; drustvo s ogranicenom odgovornoscu; drustvo sa ogranicenom odgovornoscu; "
     "druzba z omejeno odgovornostjo; korlatolt felelossegu tarsasag; spolocnost s rucenim obmedzenym; epe; ike; "
     "etaireia periorismenis efthynis; eteria periorismenis efthinis; idiotiki kefalaiouchiki etaireia"),
    ("jsc", "ae; aebe; abee; avee; anonymi etairia; anonimi etaireia; anonimi etairia; single member sa; shoqeri aksionare; "
     "spolka komandytowo akcyjna; "
     "ead; sh a; sha; anonymi etaireia; anonimi eteria; anonymos etaireia; akcionarsko drustvo; dionicko drustvo; "
     "delniska druzba; "
     "prosta spolka akcyjna; akciova spolecnost; akciova spolocnost; zartkoruen mukodo reszvenytarsasag; "
     "nyilvanosan mukodo reszvenytarsasag; reszvenytarsasag; societate pe actiuni; aktsionerno druzhestvo; monoprosopi ae"),
    ("lp", "sp k; sp komandytowa; spolka komandytowa; sp z oo sp k; komandytni spolecnost; beteti tarsasag"),
    (None, "druzstvo; spoldzielnia; przedsiebiorstwo panstwowe; statni podnik; statny podnik; regia autonoma; "
     "societate in nume colectiv; sp j; spolka jawna; spolka cywilna; verejna obchodni spolecnost; monoprosopi; w likwidacji; "
     "w organizacji; "
     "w upadlosci; v likvidaci; "
     "u likvidaciji; u stecaju; kozkereseti tarsasag; egyeni ceg"),
    # Italian, Spanish, Portuguese.
    ("llc", "sc a rl; scarl; societa consortile a responsabilita limitata; empresa individual de responsabilidad limitada; "
     "empresa individual de responsabilidade limitada; sociedade unipessoal limitada; unipessoal limitada; "
     "sociedad de responsabilidad limitada de capital variable; srls; srl unipersonale; srl a socio unico; sl; slu; sll; slne; s l; "
     "sociedad limitada; sociedad de responsabilidad limitada; "
     "sociedad limitada unipersonal; de rl; s rl; sr ltda; srltda; cia ltda; y cia ltda; unipessoal lda; unipessoal ltda; "
     "eireli epp; ltda epp me; "
     "sociedade unipessoal lda; eireli me; eirl; ltda me; ltda epp; sociedade limitada; s de rl; sc de rl; sociedade por quotas; "
     "societa a responsabilita limitata; societa a responsabilita limitata semplificata; a responsabilita limitata; "
     "de responsabilidad limitada"),
    ("jsc", "sociedad anonima bursatil; sociedad anonima bursatil de capital variable; sa bursatil; saesp; sa esp; saicf; "
     "sociedad anonima promotora de inversion; sociedad anonima promotora de inversion de capital variable; "
     "sociedade gestora de participacoes sociais; societa cooperativa per azioni; societa in accomandita per azioni; s a; sau; sapi; "
     "sapib; sab; sab de cv; sapi de cv; sgps; sgps sa; sac; saa; saic; sacif; sacifia; saci; societa per azioni; "
     "sociedad anonima; sociedad anonima cerrada; sociedad anonima abierta; sociedad anonima unipersonal; sociedade anonima; "
     "sociedad anonima de capital variable; compania anonima; sociedad por acciones; sociedad por acciones simplificada; de cv"),
    (None, "y cia; e cia; e cia ltda; y compania; cia; in liquidazione; en liquidacion; "
     "em liquidacao; s en c; sociedad en comandita; soc coop; soc coop a rl; societa cooperativa; sca rl; scpa; s coop; "
     "sociedad cooperativa; societa semplice; societa in nome collettivo; societa in accomandita semplice; a socio unico; unipersonale; "
     "sociedad civil; asociacion civil; em recuperacao judicial"),
    # Turkey, Iran, Central Asia, Ukraine, Belarus.
    ("llc", "jllc; "
     "anonim olmayan sirketi; mas uliyati cheklangan jamiyati; mas uliyati cheklangan jamiyat; masuliyati cheklangan jamiyati; "
     "masuliyati cheklangan jamiyat; zhshs; zhauapkershiligi shekteuli seriktestigi; jauapkershiligi shekteuli seriktestigi; "
     "jauapkershiligi shekteuli seriktestik; jshs; odo; alc; "
     "mehdud mesuliyyetli cemiyyeti; mmc; tdv; tza; tza bmezhavanai adkaznastsiu"),
    ("jsc", "jscb; jsb; ojhc; aj; "
     "as; anonim sirketi; anonim sti; sherkat sahami khass; sherkat sahami am; sahami khass; sahami am; sahami khas; sahami aam; "
     "pjs; co pjs; aksiyadorlik jamiyati; "
     "aksiyadorlik jamiyat; aktsionerlik kogam; prat; privatne aktsionerne tovaristvo; acik sehmdar cemiyyeti; qapali sehmdar cemiyyeti; "
     "aciq sehmdar cemiyyeti; aciq sahmdar camiyyati; qapali sahmdar camiyyati"),
    ("llc", "mehdud mesuliyyetli cemiyyeti; mahdud masuliyyatli camiyyati"),
    (None, "rue; prue; pue; private unitary enterprise; "
     "ve ortaklari; kollektif sirketi; komandit sirketi; kollektif sti; koll sti; komandit sti; kom sti; adi ortakligi; "
     "qo shma korxonasi; qoshma korxona; xususiy korxona; "
     "tasfiye halinde"),
    # East and South-East Asia.
    ("jsc", "kk; k k; kabushiki kaisha; kabushiki gaisha; kabushikikaisha; kabushikigaisha; tbk; persero; persero tbk; persero pt; "
     "tbk pt; "
     "jusik hoesa; chusik hoesa; chusikhoesa; mahachon; chamkat mahachon; gufen youxian gongsi; cong ty co phan"),
    ("llc", "godo kaisha; godo gaisha; yugen kaisha; yugen gaisha; yuhan hoesa; sendirian berhad; youxian gongsi; youxian zeren gongsi; "
     "chamkat; cong ty tnhh; tnhh; trach nhiem huu han"),
)  # fmt: skip
_BEFORE: tuple[tuple[str | None, str], ...] = (
    ("llc", "jshs; jllc; "
     "tovarishchestvo s ogranichennoy otvetstvennostyu; tovarishchestvo s ogranichennoi otvetstvennostyu; yugen kaisha; "
     "fllc; alc; iooo; sooo; sarl; societe a responsabilite limitee; societa a responsabilita limitata; sociedad limitada; "
     "shpk; cong ty tnhh; "
     "cong ty tnhh mtv; cong ty tnhh mot thanh vien; cty tnhh; cty tnhh mtv; "
     "cong ty trach nhiem huu han; zhshs; odo; drustvo s ogranicenom odgovornoscu"),
    ("jsc", "akb; jscb; jsb; aksiyadorlik tijorat banki; "
     "pryvatne aktsionerne tovarystvo; publichne aktsionerne tovarystvo; zakrytoe aktsionernoe obschestvo; "
     "societe anonyme; sociedad anonima; sherkat sahami khass; cong ty co phan; kabushiki kaisha; kabushiki gaisha; prat; prjsc; "
     "sherkat sahami khas; sherkat sahami aam; sherkate sahami khas; sherkat e sahami khas; "
     "cong ty cp; cty cp; cty co phan; ctcp; "
     "jusik hoesa; chusik hoesa; pt persero; privatne aktsionerne tovaristvo; publichne aktsionerne tovaristvo"),
    ("sp", "ie; individual entrepreneur; private entrepreneur; yatt; yakka tartibdagi tadbirkor; zheke kasipker; jeke kasipker; "
     "tmi; t mi; "
     "samostalna zanatska radnja; samostalna trgovinska radnja; szr; sztr; szur"),
    (None, "private unitary enterprise; private trade unitary enterprise; private production unitary enterprise; private enterprise; "
     "pue; ptue; xorijiy korxona; xususiy korxona; oilaviy korxona; qo shma korxona; qoshma korxona; privredno drustvo; syarikat; "
     "mazoji bendrija; individuali imone; sherkat e; "
     "rup; rue; prup; jv; jv llc; fe llc; joint venture; foreign enterprise; "
     "firma; messrs; messers; m s; etablissements; individualny predprinimatel; individualnyi predprinimatel; stichting; "
     "cty; phu; pphu; ppuh; fhu; przedsiebiorstwo handlowo uslugowe; "
     "przedsiebiorstwo produkcyjno handlowo uslugowe; przedsiebiorstwo produkcyjno uslugowo handlowe; firma handlowo uslugowa; "
     "chup; chtup; cong ty; sherkat; sherkate; sharikat; sharikah; borisat; bank persero"),
)  # fmt: skip


def _read(lines: tuple[tuple[str | None, str], ...]) -> dict[str, str | None]:
    return {form.strip(): kind for kind, forms in lines for form in forms.split(";")}


BEHIND: dict[str, str | None] = _read(_BEHIND)
"""Forms that stand at the end of a name, with the kind of body each names; null: none that contradicts another."""
BEFORE: dict[str, str | None] = _read(_BEFORE)
"""Forms that stand at the beginning of a name."""
