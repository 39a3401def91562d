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
    readonly property bool lit: display.heroLit && believed
    readonly property color ink: lit ? Theme.callInk : believed ? Theme.text : Theme.text2
    readonly property color chipFill: lit ? Theme.callInk : Theme.sunken
    readonly property color chipInk: lit ? Theme.call : ink
    readonly property real inner: width - 2 * Theme.space5

    // Said to a screen reader, and by the loudspeaker: see announcer.py.
    readonly property string named: display.heroDeskName === "" ? placed : placed + Apart.comma + display.heroDeskName
    readonly property string placed: {
        switch (display.place) {
        case "room":
            return qsTr("%1, room %2").arg(display.heroLabel).arg(display.heroDesk);
        case "window":
            return qsTr("%1, window %2").arg(display.heroLabel).arg(display.heroDesk);
        case "counter":
            return qsTr("%1, counter %2").arg(display.heroLabel).arg(display.heroDesk);
        default:
            return qsTr("%1, desk %2").arg(display.heroLabel).arg(display.heroDesk);
        }
    }
    readonly property string spoken: named

    objectName: "hero"

    Accessible.name: spoken
    Accessible.role: Accessible.AlertMessage

    Rectangle {
        id: card

        anchors.fill: parent
        border.color: hero.lit ? Theme.call : hero.believed ? Theme.line : Theme.control
        border.width: hero.believed ? Math.max(1, Theme.scale / 2) : 1.5 * Theme.scale
        color: hero.lit ? Theme.call : Theme.surface
        objectName: "hero-card"
        radius: 16 * Theme.scale

        Pulse {
            id: pulse

            cardRadius: card.radius
            held: hero.display.midPulse && hero.lit
        }
    }

    Item {
        id: content

        anchors.fill: parent

        Column {
            anchors.centerIn: parent
            objectName: "call-" + hero.display.heroLabel
            spacing: hero.digits * 0.06
            visible: !hero.wide
            width: hero.inner

            TicketCode {
                color: hero.ink
                fontSizeMode: Text.HorizontalFit
                lineHeight: 0.92
                minimumPixelSize: 10
                objectName: "hero-label"
                size: hero.digits
                text: hero.display.heroLabel
                width: parent.width
            }

            Row {
                id: where

                // The chip stands below the number, its arrow outside, as far as there is room for that.
                readonly property real outside: Math.min((arrow.width + spacing) / 2, Math.max(0, (hero.inner - width) / 2))

                anchors.horizontalCenter: parent.horizontalCenter
                anchors.horizontalCenterOffset: -outside
                spacing: hero.digits * 0.14

                Icon {
                    id: arrow

                    anchors.verticalCenter: parent.verticalCenter
                    color: hero.ink
                    mirrors: true
                    name: "arrow-right"
                    side: hero.digits * 0.48
                }

                DeskChip {
                    called: "hero-desk"
                    desk: hero.display.heroDesk
                    digits: hero.digits * (hero.display.heroDesk > 99 ? 0.7 : 0.9)
                    fill: hero.chipFill
                    ink: hero.chipInk
                    most: hero.inner - arrow.width - parent.spacing
                    name: hero.display.heroDeskName
                    place: hero.display.place
                }
            }

            Label {
                color: hero.ink
                fontSizeMode: Text.HorizontalFit
                horizontalAlignment: Text.AlignHCenter
                minimumPixelSize: 10
                objectName: "hero-queue"
                size: hero.digits * 0.14
                text: hero.display.heroQueueName
                width: parent.width
                wrapMode: Text.NoWrap
            }
        }

        CallLine {
            anchors.fill: parent
            anchors.leftMargin: Theme.space4
            anchors.rightMargin: Theme.space4
            aside: hero.display.heroQueueName
            called: hero.wide ? "hero" : ""
            chipFill: hero.chipFill
            chipInk: hero.chipInk
            desk: hero.display.heroDesk
            digits: hero.digits
            ink: hero.ink
            label: hero.display.heroLabel
            name: hero.display.heroDeskName
            objectName: "call-" + hero.display.heroLabel
            place: hero.display.place
            visible: hero.wide
        }
    }

    FadeIn {
        id: fade

        target: content
    }

    Connections {
        function onHeroSeqChanged(): void {
            fade.play();
            if (hero.lit && hero.display.announcing)
                pulse.start();
            else
                pulse.stop();
        }

        target: hero.display
    }
}
