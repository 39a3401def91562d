import QtQuick
import TakeANumber.Theme

// A new number comes in gently, in every arrangement. It can be read from the first picture on: a call is never an empty box.
NumberAnimation {
    id: fade

    function play(): void {
        if (Theme.reducedMotion)
            return;
        target.opacity = from;
        fade.restart();
    }

    duration: Theme.base
    easing.bezierCurve: Theme.easing
    easing.type: Easing.BezierSpline
    from: 0.5
    property: "opacity"
    to: 1
}
