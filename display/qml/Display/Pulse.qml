import QtQuick
import TakeANumber.Theme

// Draws the eye to a new call: a ring outside its card, which comes and goes once a second, five times. It stands where nothing else does.
Rectangle {
    id: ring

    required property real cardRadius
    // Stands still at its brightest, for pictures.
    property bool held: false
    property real glow: 0
    readonly property real reach: 7 * Theme.scale
    readonly property int rise: 320
    readonly property int stay: 160
    readonly property int rest: 200
    readonly property int period: 2 * rise + stay + rest
    readonly property int times: 5
    readonly property bool running: pulse.running

    function start(): void {
        pulse.stop();
        glow = 0;
        if (!Theme.reducedMotion)
            pulse.start();
    }

    function stop(): void {
        pulse.stop();
        glow = 0;
    }

    anchors.fill: parent
    anchors.margins: -reach
    border.color: Theme.call
    border.width: 4 * Theme.scale
    color: "transparent"
    objectName: "pulse"
    opacity: held ? 1 : glow
    radius: cardRadius + reach
    visible: opacity > 0

    Accessible.ignored: true

    SequentialAnimation {
        id: pulse

        loops: ring.times

        NumberAnimation {
            duration: ring.rise
            from: 0
            property: "glow"
            target: ring
            to: 1
        }

        PauseAnimation {
            duration: ring.stay
        }

        NumberAnimation {
            duration: ring.rise
            from: 1
            property: "glow"
            target: ring
            to: 0
        }

        PauseAnimation {
            duration: ring.rest
        }
    }
}
