pragma ComponentBehavior: Bound

import QtQuick
import Servicer.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// What the small window has no room for.
SheetForm {
    id: form

    readonly property DeskViewModel desk: sheet.desk
    readonly property bool ready: desk.busy === Terms.Deed.Nothing && !desk.away

    function begin() {
        find.forceActiveFocus(Qt.TabFocusReason);
    }

    function act(deed: int, number: int) {
        form.sheet.close();
        form.desk.asked(deed, "", number);
    }

    function look(label: string) {
        form.desk.searched(label);
        form.sheet.about(Terms.Deed.Nothing, Terms.Asks.Search, 0, "");
    }

    spacing: Theme.space2

    CallsForHelp {
        desk: form.desk
        width: form.width
    }

    AdviceCards {
        desk: form.desk
        width: form.width

        onAnswered: form.sheet.close()
    }

    SideCard {
        iconName: "info"
        objectName: "rest-lent"
        title: Words.lent()
        visible: form.desk.lent !== ""
        width: form.width
        words: form.desk.lent

        Repeater {
            model: form.desk.mine

            PlainButton {
                id: loan

                required property var model

                enabled: form.ready
                objectName: "rest-giveBack-" + model.slug
                text: Words.serveNoMore(model.name)
                textSize: Theme.text14
                twoLines: true
                visible: model.mayReturn
                width: parent.width

                onClicked: {
                    form.sheet.close();
                    form.desk.asked(Terms.Deed.ServeNoMore, loan.model.slug, 0);
                }
            }
        }
    }

    Repeater {
        model: form.desk.others

        PlainButton {
            id: other

            required property var model
            required property int index

            enabled: model.listening
            iconName: Words.icon(model.deed)
            keys: Words.printed(Words.key(model.deed))
            objectName: "rest-" + model.name
            text: Words.deed(model.deed, 0)
            visible: index > 2
            width: form.width

            onClicked: {
                const [deed, asks] = [other.model.deed, other.model.asks];
                if (asks === Terms.Asks.Nothing)
                    form.act(deed, 0);
                else
                    form.sheet.show(deed, asks);
            }
        }
    }

    Repeater {
        model: form.desk.held

        PlainButton {
            id: aside

            required property var model

            objectName: "rest-held-" + model.label
            text: qsTr("%1 · On hold").arg(Apart.word(model.label))
            width: form.width

            onClicked: form.look(aside.model.label)
        }
    }

    Repeater {
        model: form.desk.missed

        PlainButton {
            id: gone

            required property var model

            objectName: "rest-missed-" + model.label
            text: qsTr("%1 · Missed %2").arg(Apart.word(model.label)).arg(Apart.word(Words.ago(model.minutes)))
            width: form.width

            onClicked: form.look(gone.model.label)
        }
    }

    PlainButton {
        id: find

        iconName: "search"
        keys: Words.printed("Ctrl+F")
        objectName: "rest-find"
        text: qsTr("Find a number")
        width: form.width

        onClicked: form.look("")
    }

    PlainButton {
        chosen: form.desk.help
        enabled: form.ready
        iconName: "bell"
        keys: Words.printed(Words.key(Terms.Deed.Help))
        objectName: "rest-help"
        reason: Words.newcomersWait(form.desk.newcomersMin)
        suggested: reason !== ""
        text: form.desk.help ? qsTr("Stop calling for help") : Words.deed(Terms.Deed.Help, 0)
        width: form.width

        onClicked: form.act(Terms.Deed.Help, 0)
    }

    PlainButton {
        enabled: form.ready
        iconName: "megaphone"
        objectName: "rest-tell"
        text: Words.deed(Terms.Deed.SayToAll, 0)
        width: form.width

        onClicked: form.sheet.show(Terms.Deed.SayToAll, Terms.Asks.Words)
    }

    PlainButton {
        chosen: form.desk.alertAlways
        iconName: "bell-ring"
        objectName: "rest-alertAlways"
        text: qsTr("Sound at every arrival")
        width: form.width

        onClicked: form.desk.alertAlwaysChosen(!form.desk.alertAlways)
    }

    PlainButton {
        iconName: "maximize-2"
        keys: Words.printed("Ctrl+O")
        objectName: "rest-larger"
        text: qsTr("Large window")
        width: form.width

        onClicked: {
            form.sheet.close();
            form.sheet.sizeToggled();
        }
    }

    PlainButton {
        iconName: "log-out"
        iconTurns: true
        objectName: "rest-signOut"
        text: Words.deed(Terms.Deed.SignOut, 0)
        width: form.width

        onClicked: form.act(Terms.Deed.SignOut, 0)
    }
}
