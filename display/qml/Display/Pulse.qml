import QtQuick
import TakeANumber.Theme

// Draws the eye to a new call: a frame that comes and goes once a second, for five seconds.
Rectangle {
    id: ring

    readonly property int period: 1000
    readonly property int times: 5
    readonly property bool running: pulse.running

    function start(): void {
        pulse.stop();
        opacity = 0;
        if (!Theme.reducedMotion)
            pulse.start();
    }

    function stop(): void {
        pulse.stop();
        opacity = 0;
    }

    objectName: "pulse"
    border.color: Theme.callInk
    border.width: Theme.space3
    color: "transparent"
    opacity: 0

    Accessible.ignored: true

    SequentialAnimation {
        id: pulse

        loops: ring.times

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
            duration: ring.period - 2 * Theme.slow
        }
    }
}
