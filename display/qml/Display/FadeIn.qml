import QtQuick
import TakeANumber.Theme

// A new number comes in gently, in every arrangement.
NumberAnimation {
    id: fade

    function play(): void {
        if (!Theme.reducedMotion)
            fade.restart();
    }

    duration: Theme.base
    easing.bezierCurve: Theme.easing
    easing.type: Easing.BezierSpline
    from: 0
    property: "opacity"
    to: 1
}
