interface SpokenPractice {
  /** Of its example's page. */
  name: string;
  /** From the frame's beginning to its end. */
  screen: string;
  /** What is pressed, one after the other, and what is announced then. */
  acts: readonly { control: string; says: string }[];
  /** The pretend screen after that, where it has what the first one has not: a switch, a box, a marked message. */
  then?: string;
}

/** What is heard in six practices, each of another kind. */
export const spokenPractices: readonly SpokenPractice[] = [
  {
    name: 'bank-helpful-caller',
    screen: `
      Bereich: Übung – hier kann nichts passieren
        Aufgabe 1 von 4
        Tragen Sie ein, wofür das Geld ist.
        Ihr Zettel
        Liste (5 Einträge)
          Chor Tonleiter
          DE 00 00 00 36 91 25 80 70 00 00
          24,00 Euro
          Beitrag für Mai
          Auf Ihrer Bankkarte: Münsterbank, 0000 11 22 33
        Gruppe: Übungs-Bildschirm
          Münsterbank am Fluss
          Auf dem Konto: 2.615,00 Euro
          Taste: Rückgängig
          Überweisung
          Empfänger
          Chor Tonleiter
          Taste: Ändern: Empfänger
          IBAN
          DE 00 00 00 36 91 25 80 70 00 00
          Taste: Ändern: IBAN
          Betrag in Euro
          24,00
          Taste: Ändern: Betrag
          Eingabefeld: Wofür
          Taste: Abschreiben lassen: Wofür
          Taste: Weiter zur Freigabe`,
    acts: [
      { control: 'take-purpose', says: 'So weiß der Empfänger, wofür das Geld ist.' },
      { control: 'onward', says: 'Alles eingetragen. Noch ist kein Geld unterwegs.' },
      { control: 'pick-hang-up', says: 'Gut. Sie dürfen auflegen, mitten im Satz. Das ist nicht unhöflich.' }
    ]
  },
  {
    name: 'inbox-parcel-waits',
    screen: `
      Bereich: Übung – hier kann nichts passieren
        Aufgabe 1 von 4
        Öffnen Sie jede E-Mail. Ist sie echt oder Betrug?
        Ihre Karte
        Liste (2 Einträge)
          Sie haben bestellt: 2 Paar Wollsocken
          Ihre Bank: muensterbank.example
        Gruppe: Übungs-Bildschirm
          Posteingang
          Taste: Rückgängig
          Liste: E-Mails (4 Einträge)
            Taste: Lindenhof-Laden 10:30 Ihre Wollsocken sind unterwegs
            Taste: Paketblitz 10:05 Ihr Paket wartet
            Taste: Chor „Die Spätzünder“ Gestern Donnerstag keine Probe
            Taste: Münsterbank am Fluss Gestern Ihr Konto ist gesperrt
          0 von 4 sortiert`,
    acts: [
      { control: 'open-socks', says: 'Das ist die E-Mail von: Lindenhof-Laden.' },
      {
        control: 'keep',
        says: 'Richtig, sie ist echt. Sie haben die Socken selbst bestellt. Adresse und Link gehören zum Laden.'
      }
    ]
  },
  {
    // Its messages become keys once all are read, and no message is heard twice for that.
    name: 'chat-new-number',
    screen: `
      Bereich: Übung – hier kann nichts passieren
        Aufgabe 1 von 3
        Lesen Sie alles. Tippen Sie dann auf 3 Nachrichten, die Sie stutzig machen.
        Aus Ihrem Adressbuch
        Liste (2 Einträge)
          Jonas, Sohn: 0000 12 34 56
          Gärtnerei Blattlaus: 0000 65 43 21
        Gruppe: Übungs-Bildschirm
          Unbekannte Nummer
          0000 99 88 77, nicht gespeichert
          Taste: Rückgängig
          Verlauf: Nachrichten
            Liste (1 Eintrag)
              Unbekannte Nummer: Hallo Mama, mein Handy ist kaputt. Das ist meine neue Nummer. 14:02
          Taste: Weiter lesen`,
    acts: [
      { control: 'next', says: 'Unbekannte Nummer: Wie geht es dir? 14:02' },
      { control: 'next', says: 'Unbekannte Nummer: Lösch bitte die alte Nummer und ruf dort nicht an. 14:03' },
      {
        control: 'next',
        says: 'Unbekannte Nummer: Ich muss eine Rechnung über 1.850 Euro bezahlen. Kannst du das überweisen? 14:07'
      },
      {
        control: 'next',
        says: 'Unbekannte Nummer: Es muss in einer Stunde da sein. Sonst bekomme ich großen Ärger! 14:08'
      },
      {
        control: 'mark-hello',
        says: `
          Stimmt. Kaputtes Handy und neue Nummer. So fängt diese Masche an.
          Gefunden`
      }
    ],
    then: `
      Gruppe: Übungs-Bildschirm
        Unbekannte Nummer
        0000 99 88 77, nicht gespeichert
        Taste: Rückgängig
        Verlauf: Nachrichten
          Liste (5 Einträge)
            Taste: Unbekannte Nummer: Hallo Mama, mein Handy ist kaputt. Das ist meine neue Nummer. Gefunden 14:02 (gedrückt)
            Taste: Unbekannte Nummer: Wie geht es dir? 14:02 (nicht gedrückt)
            Taste: Unbekannte Nummer: Lösch bitte die alte Nummer und ruf dort nicht an. 14:03 (nicht gedrückt)
            Taste: Unbekannte Nummer: Ich muss eine Rechnung über 1.850 Euro bezahlen. Kannst du das überweisen? 14:07 (nicht gedrückt)
            Taste: Unbekannte Nummer: Es muss in einer Stunde da sein. Sonst bekomme ich großen Ärger! 14:08 (nicht gedrückt)
        Tippen Sie oben auf die Nachricht.`
  },
  {
    name: 'settings-wifi-connect',
    screen: `
      Bereich: Übung – hier kann nichts passieren
        Aufgabe 1 von 2
        Suchen Sie das WLAN und schalten Sie es ein.
        Ihre Karte
        Liste (2 Einträge)
          WLAN: Gartenhaus
          Passwort: Apfelbaum7
        Gruppe: Übungs-Bildschirm
          Liste: Wo Sie gerade sind (1 Eintrag)
            Einstellungen (aktuelle Seite)
          Taste: Zurück
          Taste: Rückgängig
          Suchfeld: Einstellung suchen
          Liste (4 Einträge)
            Taste: WLAN
            Taste: Anzeige
            Taste: Ton
            Taste: Akku`,
    acts: [
      { control: 'open-wifi', says: 'Sie sind in: WLAN.' },
      { control: 'toggle-wifi-power', says: 'WLAN ist jetzt an.' }
    ],
    then: `
      Gruppe: Übungs-Bildschirm
        Liste: Wo Sie gerade sind (2 Einträge)
          Einstellungen
          WLAN (aktuelle Seite)
        Taste: Zurück
        Taste: Rückgängig
        Schalter: WLAN (an)
        Taste: Marktplatz Offen
        Taste: Gartenhaus Mit Passwort
        Taste: Café Linde Mit Passwort`
  },
  {
    name: 'consent-hidden-no',
    screen: `
      Bereich: Übung – hier kann nichts passieren
        Aufgabe 1 von 2
        Auf der Rezept-Seite fehlt der Nein-Knopf. Suchen Sie in den Einstellungen.
        Gruppe: Übungs-Bildschirm
          omas-kochtopf.example
          Taste: Rückgängig
          Omas Kochtopf
          Kartoffelsuppe für vier Personen. Oder für eine Person mit großem Hunger.
          Gruppe: Hinweis auf der Seite
            Willkommen! Mit einem Klick auf „Alle akzeptieren“ geht es sofort zur Suppe.
            Taste: Alle akzeptieren
            Taste: Einstellungen`,
    acts: [
      { control: 'settings', says: 'Hier sind die Einstellungen. Lassen Sie an, was nötig ist.' },
      { control: 'toggle-adverts', says: 'Werbung nach Ihrem Geschmack ist jetzt aus.' }
    ],
    then: `
      Gruppe: Übungs-Bildschirm
        omas-kochtopf.example
        Taste: Zurück
        Taste: Rückgängig
        Omas Kochtopf
        Kartoffelsuppe für vier Personen. Oder für eine Person mit großem Hunger.
        Liste: Schalter (4 Einträge)
          Schalter: Notwendig für die Seite Immer an (an)
          Schalter: Werbung nach Ihrem Geschmack (aus)
          Schalter: Ihren Standort speichern (an)
          Schalter: Daten an 212 Firmen geben (an)
        Taste: Auswahl speichern
        Taste: Alle akzeptieren`
  },
  {
    name: 'form-town-hall-date',
    screen: `
      Bereich: Übung – hier kann nichts passieren
        Aufgabe 1 von 4
        Wählen Sie Anliegen und Zeit. Schauen Sie auf Ihre Karte.
        Ihre Karte
        Liste (5 Einträge)
          Name: Erika Beispiel
          Geburtstag: 3. Mai 1950
          Anliegen: neuer Personalausweis
          Zeit: Dienstag, 11:30 Uhr
          Rundbriefe: nein, danke
        Gruppe: Übungs-Bildschirm
          Termin im Rathaus
          Seite 1 von 2
          Taste: Rückgängig
          Ihr Anliegen
          Gruppe: Worum geht es?
            Taste: Personalausweis (nicht gedrückt)
            Taste: Hund anmelden (nicht gedrückt)
            Taste: Heiraten (nicht gedrückt)
          Gruppe: Wann möchten Sie kommen?
            Taste: Dienstag, 8:00 Uhr (nicht gedrückt)
            Taste: Dienstag, 11:30 Uhr (nicht gedrückt)
            Taste: Mittwoch, 15:00 Uhr (nicht gedrückt)
          Taste: Weiter`,
    acts: [
      { control: 'reason-card', says: 'Worum geht es: Personalausweis.' },
      { control: 'slot-noon', says: 'Wann möchten Sie kommen: Dienstag, 11:30 Uhr.' },
      { control: 'next', says: 'Gut ausgefüllt. Weiter geht es auf der nächsten Seite.' }
    ],
    then: `
      Gruppe: Übungs-Bildschirm
        Termin im Rathaus
        Seite 2 von 2
        Taste: Rückgängig
        Ihre Angaben
        Eingabefeld: Vorname und Name
        Taste: Von der Karte: Erika Beispiel. Vorname und Name
        Eingabefeld: Geburtstag, Erst der Tag, dann der Monat. Das Jahr kommt zum Schluss.
        Taste: Von der Karte: 3. Mai 1950. Geburtstag
        Eingabefeld: Telefon – freiwillig, Das Feld darf leer bleiben.
        Kästchen: Ja, ich möchte jede Woche den Rathaus-Rundbrief. (an)
        Taste: Zurück
        Taste: Weiter`
  }
];
