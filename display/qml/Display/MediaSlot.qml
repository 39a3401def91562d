pragma ComponentBehavior: Bound

import QtQuick
import Display.ViewModels
import TakeANumber.Theme

// Pictures, one after the other; while a call is announced they stand still and step back.
Rectangle {
    id: slot

    required property DisplaySettings settings
    required property bool muted
    property int shown: 0
    readonly property int count: settings.pictureCount

    clip: true
    color: Theme.sunken
    objectName: "media"
    radius: Theme.radiusM

    Accessible.ignored: true

    Image {
        anchors.fill: parent
        asynchronous: !Theme.reducedMotion
        fillMode: Image.PreserveAspectCrop
        opacity: slot.muted ? 0.25 : 1
        source: slot.settings.pictureAt(slot.shown)
        sourceSize: Qt.size(Math.round(slot.width), 0)

        Behavior on opacity {
            enabled: !Theme.reducedMotion

            NumberAnimation {
                duration: Theme.slow
            }
        }
    }

    Timer {
        interval: 12000
        repeat: true
        running: slot.count > 1 && !slot.muted

        onTriggered: slot.shown = (slot.shown + 1) % slot.count
    }
}
