import QtQuick
import Servicer.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// What this desk is advised: one more desk is wanted on a queue, it is enough, or its own customers wait too long meanwhile. Nobody has to.
SideCard {
    id: card

    required property DeskViewModel desk
    required property string key
    required property int advised
    required property string queue
    required property string name
    required property int beforeMin
    required property int afterMin
    required property string other
    required property int otherBeforeMin
    required property int otherAfterMin
    readonly property bool more: advised === Terms.Advised.OneMore
    readonly property string price: more && other !== "" ? qsTr("%1 then takes longer: %2").arg(Apart.word(other)).arg(Words.newcomers(otherBeforeMin, otherAfterMin)) : ""

    signal answered

    iconName: "lightbulb"
    objectName: "advice-" + queue
    spoken: more ? Words.line([Words.newcomers(beforeMin, afterMin), price]) : Words.newcomersWait(afterMin)
    title: {
        switch (advised) {
        case Terms.Advised.OneMore:
            return Words.oneMore(desk.spot, name);
        case Terms.Advised.Back:
            return qsTr("%1 waits too long").arg(Apart.word(other));
        default:
            return qsTr("%1 is quiet again").arg(Apart.word(name));
        }
    }
    titleColor: Theme.accent

    Row {
        id: waits

        spacing: Theme.space2
        width: parent.width

        Label {
            id: before

            anchors.verticalCenter: parent.verticalCenter
            secondary: true
            size: Theme.text28
            text: card.beforeMin
            visible: card.more
            wrapMode: Text.NoWrap

            Accessible.ignored: true
        }

        Glyph {
            id: arrow

            anchors.verticalCenter: parent.verticalCenter
            name: "arrow-right"
            side: 24 * Theme.scale
            turns: true
            visible: card.more
        }

        Label {
            id: after

            anchors.verticalCenter: parent.verticalCenter
            font.weight: Font.Bold
            objectName: "after"
            size: Theme.text28
            text: Words.lasting(card.afterMin)
            wrapMode: Text.NoWrap

            Accessible.ignored: true
        }

        Label {
            anchors.verticalCenter: parent.verticalCenter
            secondary: true
            size: Theme.text14
            text: qsTr("for a newcomer")
            width: waits.width - after.width - Theme.space2 - (card.more ? before.width + arrow.width + 2 * Theme.space2 : 0)

            Accessible.ignored: true
        }
    }

    Label {
        objectName: "price"
        secondary: true
        size: Theme.text14
        text: card.price
        visible: text !== ""
        width: parent.width

        Accessible.ignored: true
    }

    // Side by side where both have room for their words, else one below the other.
    Grid {
        id: buttons

        readonly property bool beside: follows.implicitWidth + declines.implicitWidth + columnSpacing <= width

        columnSpacing: Theme.space2
        columns: beside ? 2 : 1
        rowSpacing: Theme.space2
        width: parent.width

        PlainButton {
            id: follows

            enabled: card.desk.busy === Terms.Deed.Nothing && !card.desk.away
            objectName: "follow-" + card.queue
            suggested: true
            text: card.more ? qsTr("Serve %1 too").arg(Apart.word(card.name)) : Words.serveNoMore(card.name)
            textSize: Theme.text14
            twoLines: true
            width: buttons.beside ? buttons.width - declines.width - buttons.columnSpacing : buttons.width

            onClicked: {
                card.desk.asked(card.more ? Terms.Deed.ServeToo : Terms.Deed.ServeNoMore, card.queue, 0);
                card.answered();
            }
        }

        PlainButton {
            id: declines

            objectName: "decline-" + card.queue
            text: card.more ? qsTr("Not now") : qsTr("Go on")
            textSize: Theme.text14
            width: buttons.beside ? implicitWidth : buttons.width

            onClicked: {
                card.desk.declined(card.key);
                card.answered();
            }
        }
    }
}
