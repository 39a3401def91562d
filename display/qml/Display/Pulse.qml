import QtQuick
import TakeANumber.Theme

// Draws the eye to a new call: a frame that comes and goes once a second, for five seconds.
Rectangle {
    id: ring

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

    border.color: Theme.callInk
    border.width: Theme.space3
    color: "transparent"
    opacity: 0

    Accessible.ignored: true

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
