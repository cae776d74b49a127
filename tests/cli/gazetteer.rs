//! The reader's own gazetteer beside the settings: what it changes, what is said of its mistakes.

use std::fs;

use crate::desk::Desk;

#[test]
fn the_readers_own_gazetteer_files_names_and_looks_up() {
    let desk = Desk::with_briefs();
    desk.put("polotsk.md", "# A bridge in Polotsk\n\nIt is open. The CAREC ministers came.\n");
    desk.put("carec.md", "# Les ministres de la CAREC à Astana\n\nLa CAREC se réunit à Astana.\n");
    let countries = |desk: &Desk, file: &str| {
        let record = desk.run(&format!("show {file} --format json")).stdout;
        let record: serde_json::Value = serde_json::from_str(&record).expect("JSON");
        record["countries"].to_string()
    };
    assert_eq!(countries(&desk, "polotsk.md"), "[]");
    let folder = desk.place.path().join(".config/chancery");
    fs::create_dir_all(&folder).expect("room");
    let own = folder.join("gazetteer.toml");
    let text = "[BY]\nplaces = [\"Polotsk\"]\ncolour = 1\n[CAREC]\nnames = [\"CAREC\"]\n\
                name_fr = \"Coopération d'Asie centrale\"\n";
    fs::write(&own, text).expect("room");
    assert_eq!(countries(&desk, "polotsk.md"), "[\"BY\"]", "filed anew");
    assert_eq!(countries(&desk, "carec.md"), "[\"KZ\",\"CAREC\"]");
    let run = desk.run("--lang fr countries");
    assert!(run.stdout.contains("Coopération d'Asie centrale"), "{}", run.stdout);
    let complaint =
        format!("chancery: {}:3: unknown key \"colour\"; remove or correct it.\n", own.display());
    assert_eq!(desk.run("list --country carec").stderr, complaint);
    let check = desk.run("check");
    assert_eq!((check.code, check.stderr.as_str()), (1, complaint.as_str()), "{}", check.stdout);
    let doctor = desk.run("doctor").stdout;
    assert!(doctor.contains("2 countries and organisations") && doctor.contains("!! "), "{doctor}");
    fs::write(&own, text.replace("colour = 1\n", "")).expect("room");
    assert_eq!(desk.run("check").code, 0);
    assert_eq!(desk.run("corrections export").code, 1, "nothing corrected");
    fs::create_dir(desk.place.path().join("other")).expect("room");
    fs::write(desk.place.path().join("other/config.toml"), "").expect("room");
    let run = desk.run("--config other/config.toml list --country CAREC");
    assert_eq!(run.code, 2, "another file of settings has another gazetteer: {run:?}");
    fs::remove_file(&own).expect("it goes");
    assert_eq!(countries(&desk, "polotsk.md"), "[]");
}
