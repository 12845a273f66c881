/** The bars of a lesson around its first step. */
const firstPage = `
  Link: Zum Inhalt springen
  Kopfbereich
    Link: Zurück
    Schritt 1 von 8
    Link: Schrift
    Link: Hilfe
  Hauptbereich
    Überschrift 1: Das lernen Sie heute
    Sie lernen heute Ihr Tablet kennen. Das dauert etwa 20 Minuten. Das Tempo bestimmen Sie.
    Bild: Eine Tasse mit heißem Tee und eine Brille.
    Taste: Notiz oder Frage
  Fußbereich
    Sie können hier aufhören. Ihr Platz bleibt auf diesem Gerät.
    Link: Weiter zu Schritt 2`;

/** By step: the first with the bars around it, the others as they stand between them. */
const steps: Readonly<Record<string, string>> = {
  welcome: firstPage,
  front: `
    Hauptbereich
      Überschrift 1: Vorn ist fast alles Glas
      Ein Tablet ist flach wie ein Frühstücks-Brett. Das große Glas vorn ist der Bildschirm. Der kleine Punkt am Rand ist die Kamera.
      Bild: Ein Tablet von vorn. Ein Ring zeigt auf den Bildschirm. Am Rand ist die Kamera.
      Taste: Notiz oder Frage`,
  edge: `
    Hauptbereich
      Überschrift 1: Die Knöpfe am Rand
      Der Einschalt-Knopf macht den Bildschirm an und aus. Der Lautstärke-Knopf macht den Ton lauter und leiser. In die kleine Öffnung kommt das Ladekabel (Taste, öffnet ein Fenster).
      Neue Wörter
      Zum Aufklappen: Akku
      Bild: Ein Tablet. Ein Ring zeigt auf den Einschalt-Knopf am Rand. Auch der Lautstärke-Knopf und der Anschluss für das Ladekabel sind markiert.
      Taste: Notiz oder Frage`,
  asleep: `
    Hauptbereich
      Überschrift 1: Der Bildschirm ist schwarz
      Ihr Tablet lag eine Weile auf dem Tisch. Nun ist der Bildschirm schwarz. Das Tablet schläft und spart Strom.
      Was tun Sie zuerst?
      Bild: Ein Mond. Das Tablet schläft.
      Taste: Ich stecke das Ladekabel an. (nicht gedrückt)
      Taste: Ich drücke kurz den Einschalt-Knopf. (nicht gedrückt)
      Taste: Ich tippe auf das Glas. (nicht gedrückt)
      Taste: Ich weiß es nicht. (nicht gedrückt)
      Taste: Notiz oder Frage`,
  'no-harm': `
    Hauptbereich
      Überschrift 1: Kann ich etwas kaputt machen?
      Diese Frage stellen am Anfang viele. Vom Tippen geht kein Tablet kaputt. Vor wichtigen Dingen fragt es meist noch einmal nach.
      Was schadet dem Tablet wirklich?
      Bild: Ein Finger tippt auf den Bildschirm.
      Taste: Ich tippe auf das falsche Feld. (nicht gedrückt)
      Taste: Meine Finger machen Flecken. (nicht gedrückt)
      Taste: Ein Glas Wasser kippt darauf um. (nicht gedrückt)
      Taste: Ich weiß es nicht. (nicht gedrückt)
      Taste: Notiz oder Frage`,
  'look-around': `
    Hauptbereich
      Überschrift 1: Schauen Sie sich um
      Das sind die Einstellungen (Taste, öffnet ein Fenster) eines Übungs-Tablets. Hier dürfen Sie auf alles tippen.
      Gruppe: Werkzeuge der Übung
        Taste: Von vorn
        Taste: Als Liste
        Taste: Hinweis
      Bereich: Übung – hier kann nichts passieren
        Aufgabe 1 von 2
        Wie voll ist der Akku? Suchen Sie die Ladung und tippen Sie darauf.
        Gruppe: Übungs-Bildschirm
          Liste: Wo Sie gerade sind (1 Eintrag)
            Einstellungen (aktuelle Seite)
          Taste: Zurück
          Taste: Rückgängig
          Suchfeld: Einstellung suchen
          Liste (4 Einträge)
            Taste: Anzeige
            Taste: Ton
            Taste: Akku
            Taste: Über das Tablet
      Taste: Notiz oder Frage`,
  'own-device': `
    Hauptbereich
      Überschrift 1: Jetzt Ihr eigenes Tablet
      Bei jedem Hersteller sitzen die Knöpfe etwas anders. Nehmen Sie sich Zeit. Diese Lektion merkt sich Ihren Platz.
      Haken Sie ab, was geklappt hat.
      Bild: Ein Tablet. Am Rand sind der Einschalt-Knopf und der Lautstärke-Knopf markiert.
      Liste (4 Einträge)
        Kästchen: Fühlen Sie am Rand entlang. Der Einschalt-Knopf sitzt oben oder an der Seite. (aus)
        Kästchen: Drücken Sie ihn kurz. Der Bildschirm wird schwarz. (aus)
        Kästchen: Drücken Sie noch einmal. Der Bildschirm wird hell. Sehen Sie die Uhrzeit? Schieben Sie den Finger von unten nach oben. Manche Tablets haben dort einen runden Knopf. Drücken Sie dann diesen. (aus)
        Kästchen: Drücken Sie den Lautstärke-Knopf. Ein Balken zeigt, wie laut es ist. (aus)
      Link: Anleitung: Den Bildschirm mit Code sperren
      Taste: Notiz oder Frage`,
  done: `
    Hauptbereich
      Überschrift 1: Das können Sie jetzt
      Sie finden die Knöpfe und den Anschluss für das Ladekabel. Sie wecken Ihr Tablet selbst auf. In der nächsten Lektion lernt Ihr Finger das Tippen und Wischen.
      Bild: Eine Sonnenblume.
      Taste: Notiz oder Frage`
};

/** By step: what is announced when the right answer is given. */
const answers: Readonly<Record<string, string>> = {
  asleep: 'Richtig. So wecken Sie jedes Tablet auf. Ein kurzer Druck reicht.',
  'no-harm': 'Richtig. Wasser und Stürze schaden ihm. Da ist ein Frühstücks-Brett robuster.'
};

const finish = `
  Hauptbereich
    Überschrift 1: Geschafft
    Überschrift 2: Das können Sie jetzt
    Sie kennen Knöpfe, Anschlüsse und den Bildschirm.
    Link: Weiter zu: Tippen, wischen, scrollen
    Link: Zum Kurs
    Link: Lektion noch einmal ansehen
    Taste: Lektion drucken oder weitergeben`;

/** What is heard in the lesson "Das Tablet kennenlernen". */
export const knowYourTablet = { steps, answers, finish };
