import QtQuick
import Display.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// The newest call: number and desk of equal weight, amber until it is answered.
Item {
    id: hero

    required property DisplayViewModel display
    required property bool believed
    required property bool portrait
    readonly property bool empty: display.heroLabel === ""
    readonly property bool lit: display.heroLit && believed
    readonly property color ink: lit ? Theme.callInk : believed ? Theme.text : Theme.text2
    readonly property real digits: Math.min(height * 0.34, width / Math.max(4, display.heroLabel.length) * 1.32)

    Accessible.name: empty ? advice.text : qsTr("%1, desk %2").arg(display.heroLabel).arg(display.heroDesk)
    Accessible.role: Accessible.AlertMessage

    Rectangle {
        id: card

        anchors.fill: parent
        border.color: hero.lit ? Theme.call : Theme.line
        border.width: Math.max(1, Theme.scale / 2)
        color: hero.lit ? Theme.call : Theme.surface
        radius: Theme.radiusM
    }

    Column {
        anchors.centerIn: parent
        objectName: "call-" + hero.display.heroLabel
        spacing: Theme.space1
        visible: !hero.empty
        width: parent.width - 2 * Theme.space4

        TicketCode {
            color: hero.ink
            lineHeight: 0.92
            size: hero.digits
            text: hero.display.heroLabel
            width: parent.width
        }

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.space5

            Label {
                anchors.baseline: desk.baseline
                color: hero.ink
                size: hero.digits * 0.36
                strong: true
                text: qsTr("Desk")
            }

            TicketCode {
                id: desk

                color: hero.ink
                lineHeight: 0.92
                size: hero.digits
                text: hero.display.heroDesk
            }
        }

        Label {
            color: hero.ink
            elide: Text.ElideRight
            horizontalAlignment: Text.AlignHCenter
            size: Theme.text22
            text: hero.display.heroQueueName
            width: parent.width
            wrapMode: Text.NoWrap
        }
    }

    Column {
        anchors.centerIn: parent
        objectName: "nobody-called"
        spacing: Theme.space4
        visible: hero.empty
        width: parent.width - 2 * Theme.space6

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.text2
            name: "clock"
            side: Theme.space8
        }

        Heading {
            horizontalAlignment: Text.AlignHCenter
            text: hero.display.callCount === 0 ? qsTr("Nobody called yet") : qsTr("Nobody is being called")
            width: parent.width
        }

        Label {
            id: advice

            horizontalAlignment: Text.AlignHCenter
            secondary: true
            size: Theme.text28
            text: qsTr("Please wait. Your number appears here when it is your turn.")
            width: parent.width
        }
    }

    // The pulse of a new call: once a second, for five seconds.
    Rectangle {
        id: ring

        anchors.fill: parent
        border.color: Theme.callInk
        border.width: Theme.space3
        color: "transparent"
        opacity: 0
        radius: card.radius

        SequentialAnimation {
            id: pulse

            loops: 5

            NumberAnimation {
                duration: Theme.slow
                from: 0
                property: "opacity"
                target: ring
                to: 0.85
            }
            NumberAnimation {
                duration: Theme.slow
                from: 0.85
                property: "opacity"
                target: ring
                to: 0
            }
            PauseAnimation {
                duration: 1000 - 2 * Theme.slow
            }
        }
    }

    Connections {
        function onHeroSeqChanged(): void {
            pulse.stop();
            ring.opacity = 0;
            if (hero.lit && !Theme.reducedMotion)
                pulse.start();
        }

        target: hero.display
    }
}
