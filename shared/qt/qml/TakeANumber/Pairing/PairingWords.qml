pragma Singleton

import QtQuick
import TakeANumber.PairingModel

// What the pairing screens say, beyond their own page.
QtObject {
    // What a screen of this kind is called.
    function kind(face: int): string {
        return face === Terms.Face.Kiosk ? qsTr("Kiosk") : face === Terms.Face.Display ? qsTr("Display") : qsTr("Console");
    }

    // Minutes and seconds, as a clock that runs down shows them.
    function left(seconds: int): string {
        const rest = seconds % 60;
        return Math.floor(seconds / 60) + ":" + (rest < 10 ? "0" : "") + rest;
    }

    // What is wrong with the address, and what to do.
    function wrong(kind: int): string {
        switch (kind) {
        case Terms.Wrong.NoAddress:
            return qsTr("That is no address. One looks like 192.168.1.10:8000.");
        case Terms.Wrong.NobodyThere:
            return qsTr("No server answers there. Is it switched on, and is the address right?");
        case Terms.Wrong.AnotherService:
            return qsTr("Something else answers there. Please check the address.");
        case Terms.Wrong.NotTrusted:
            return qsTr("The server there cannot prove that it is the right one.");
        default:
            return "";
        }
    }

    // Which server it is.
    function server(name: string, address: string): string {
        return name !== "" ? name : address;
    }
}
