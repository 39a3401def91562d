import QtQuick
import Display.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// The newest call: number and desk of equal weight, amber until it is answered.
Item {
    id: hero

    required property DisplayViewModel display
    required property bool believed
    required property real digits
    property bool wide: false
    // Alone on the board: its words may be larger.
    property bool spacious: false
    readonly property bool empty: display.heroLabel === ""
    readonly property bool lit: display.heroLit && believed
    readonly property color ink: lit ? Theme.callInk : believed ? Theme.text : Theme.text2

    // Said to a screen reader, and by the loudspeaker: see announcer.py.
    readonly property string spoken: qsTr("%1, desk %2").arg(display.heroLabel).arg(display.heroDesk)

    objectName: "hero"

    Accessible.name: empty ? heading.text : spoken
    Accessible.role: Accessible.AlertMessage

    Rectangle {
        id: card

        anchors.fill: parent
        border.color: hero.lit ? Theme.call : Theme.line
        border.width: Math.max(1, Theme.scale / 2)
        color: hero.lit ? Theme.call : Theme.surface
        radius: Theme.radiusM
    }

    Grid {
        id: call

        anchors.centerIn: parent
        columns: hero.wide ? 2 : 1
        columnSpacing: hero.digits * 0.5
        horizontalItemAlignment: Grid.AlignHCenter
        objectName: "call-" + hero.display.heroLabel
        rowSpacing: Theme.space1
        verticalItemAlignment: Grid.AlignVCenter
        visible: !hero.empty

        TicketCode {
            color: hero.ink
            fontSizeMode: hero.wide ? Text.FixedSize : Text.HorizontalFit
            lineHeight: hero.wide ? 1 : 0.92
            minimumPixelSize: 10
            objectName: "hero-label"
            size: hero.digits
            text: hero.display.heroLabel
            width: hero.wide ? implicitWidth : hero.width - 2 * Theme.space4
        }

        Row {
            spacing: hero.digits * 0.16

            Label {
                anchors.baseline: desk.baseline
                color: hero.ink
                objectName: "hero-desk-word"
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 10
                size: hero.digits * 0.36
                strong: true
                text: qsTr("Desk")
                width: Math.min(implicitWidth, hero.width - 2 * Theme.space4 - desk.implicitWidth - parent.spacing)
                wrapMode: Text.NoWrap
            }

            TicketCode {
                id: desk

                color: hero.ink
                lineHeight: hero.wide ? 1 : 0.92
                objectName: "hero-desk"
                size: hero.digits
                text: hero.display.heroDesk
            }
        }

        Label {
            color: hero.ink
            fontSizeMode: Text.HorizontalFit
            horizontalAlignment: Text.AlignHCenter
            minimumPixelSize: 10
            size: Theme.text22
            text: hero.display.heroQueueName
            visible: !hero.wide
            width: hero.width - 2 * Theme.space4
            wrapMode: Text.NoWrap
        }
    }

    Column {
        anchors.centerIn: parent
        objectName: "nobody-called"
        spacing: hero.wide ? Theme.space1 : Theme.space4
        visible: hero.empty
        width: parent.width - 2 * Theme.space6

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.text2
            name: "clock"
            side: Theme.space8
            visible: !hero.wide || hero.spacious
        }

        Heading {
            id: heading

            horizontalAlignment: Text.AlignHCenter
            size: hero.spacious ? Theme.text48 * 1.25 : Theme.text36
            text: hero.display.onBreak ? qsTr("A short break") : hero.display.callCount === 0 ? qsTr("Nobody called yet") : qsTr("Nobody is being called")
            width: parent.width
        }

        Label {
            horizontalAlignment: Text.AlignHCenter
            secondary: true
            size: hero.spacious ? Theme.text36 : Theme.text28
            text: hero.display.onBreak && hero.display.backAt !== "" ? qsTr("We go on at %1. Your number keeps its place.").arg(hero.display.backAt) : hero.display.onBreak ? qsTr("Please wait. Your number keeps its place.") : qsTr("Please wait. Your number appears here when it is your turn.")
            width: parent.width
        }
    }

    Pulse {
        id: pulse

        anchors.fill: parent
        radius: card.radius
    }

    Connections {
        function onHeroSeqChanged(): void {
            if (hero.lit && hero.display.announcing)
                pulse.start();
            else
                pulse.stop();
        }

        target: hero.display
    }
}
