/**
 * Given names that people are called by, with the name on paper: common ones of English, Italian and Dutch.
 * One line is one set of names; two of a set are alike, never the same.
 */
const sets = `
abigail abi gail|albert al bert bertie|alexander alex alec sandy xander sander|alessandro ale sandro|alexandra alex sandra lexi
amanda mandy|andrew andy drew|andreas dries|anthony tony ant|antonio tonio toni|antonius ton toon anton|benjamin ben benny
bernard bernie|catherine katherine kate cathy kathy katie kat catrin|caterina rina|catharina trijn karin|charles charlie chas chuck
charlotte lottie charlie|christine chris tina|christopher chris kit topher|cornelis kees cor|daniel dan danny|daniele dani|david dave davey
deborah debbie deb|dominic dom nic|donald don donny|dorothy dot dotty|edward ed eddie ned ted teddy|edoardo edo|eleanor ellie nell nora
elizabeth liz beth betty lizzie eliza elsie libby lisa|elisabetta betta lisa|elisabeth els liesbeth lies betty bep|emily em millie
francesco franco cesco ciccio|francesca franca|francis frank fran|frances fran frankie|franciscus frans frank|frederick fred freddie
gabriele lele|gabriel gabe|gerald gerry|gerardus gerard gert|giovanni gianni nino vanni|giuseppe beppe peppe pino|giuseppina pina
gregory greg|harold harry|henry harry hank|hendrik henk rik|isabella isa bella izzy|jacob jake|jacobus jaap koos jacco|james jim jimmy jamie
jan johannes johan hans|janet jan|jeffrey geoffrey jeff geoff|jennifer jen jenny|jessica jess jessie|john johnny jack jon|jonathan jon jonny
joseph joe joey|joshua josh|judith judy|julian jules|kenneth ken kenny|kimberly kim|lawrence larry laurie|leonard leo len lenny|leonardo leo
lewis lou louis|lorenzo renzo enzo|luigi gigi|maria mia ria marie|margaret maggie meg peggy margie greta|margaretha greet greta marga
matthew matt matty|matteo teo|mattheus thijs matthijs|michael mike mick micky mikey|michele michi|michelle shell|michiel giel
mohammed mohamed muhammad mohammad mo muhamed mohamad|natalie nat|nicholas nick nicky nico|nicola nico|nicolaas klaas niek nico
oliver ollie|pamela pam|patricia pat patty tricia trish|patrick paddy pat|peter pete|petrus piet peter|philip phillip phil pip
rachel rach|raymond ray|rebecca becky becca bex|richard rick dick richie ricky|robert rob bob bobby robbie bert|roberto berto
ronald ron ronnie|salvatore toto salvo turi|samantha sam|samuel sam sammy|sarah sara sally|sebastian seb|stephen steven steve stevie
stefano ste|susan sue susie|teresa terry tess theresa|terence terry|theodore theo ted|theodorus theo dorus|thomas tom tommy|tommaso maso
timothy tim|valentina vale|victoria vicky tori|vincent vince vinny|vincenzo enzo|wilhelmina mina willy|willem wim pim|william will bill billy liam
zachary zach zac`

const setsOf = new Map<string, Set<number>>()
sets
  .trim()
  .split(/[|\n]/)
  .forEach((names, number) => {
    for (const name of names.split(' ')) setsOf.set(name, (setsOf.get(name) ?? new Set()).add(number))
  })

/** Whether somebody may be called by both, as Bill and William. */
export function isShortName(left: string, right: string): boolean {
  const ofLeft = setsOf.get(left)
  const ofRight = ofLeft && setsOf.get(right)
  return ofRight !== undefined && [...ofLeft!].some((set) => ofRight.has(set))
}

export const hasShortNames = (name: string): boolean => setsOf.has(name)
