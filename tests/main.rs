//! The tests of Mufakat, as one program.

/// Shared by all: scenarios, talks, golden files.
mod kit;
/// Golden numbers and edge cases of the scores.
mod scoring;
/// The years after the signature.
mod aftermath;
#[test]
fn tmp() {
    use std::sync::Arc; use mufakat::table::*; use mufakat::counterpart::*; use mufakat::scenario::*;
    for id in ["nusa-boreal","kemitraan-ekonomi"] { for (a,b) in [("diplomat","diplomat"),("diplomat","boulware"),("boulware","diplomat"),("boulware","boulware"),("linear","tit-for-tat"),("conceder","diplomat")] {
    let s = Arc::new(builtin::by_id(id).unwrap().clone());
    let mut res = std::collections::BTreeMap::new(); let mut rounds=0; let mut us=[0.0;2]; let mut n=0;
    let t=std::time::Instant::now();
    for seed in 0..50 {
        let mut g = Game::new(Table::open(s.clone(), seed), PerSeat{first:Player::Counterpart(a.into()), second:Player::Counterpart(b.into())});
        g.run();
        if seed==0 && a=="diplomat" { for e in g.table.events() { println!("{e:?}"); } }
        let d = g.table.debrief();
        let Some(d) = d else { *res.entry("stuck".to_string()).or_insert(0)+=1; continue };
        *res.entry(format!("{:?} {}", d.ending, d.report.measures.grade.letter())).or_insert(0)+=1; rounds+=g.table.round();
        if d.report.deal.is_some() { n+=1; for i in 0..2 { us[i]+=d.report.measures.utility[i]; } }
    }
    eprintln!("{id} {a} {b} {res:?} rounds {} u {:?} {:?}", rounds as f64/50.0, us.map(|u| u/n as f64), t.elapsed()/50);
    }}
}
