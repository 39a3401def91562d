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
    // The places of files that are no pictures after all; they are passed over.
    property list<int> broken: []
    readonly property int count: settings.pictureCount

    function next() {
        for (let tries = 0; tries < count; ++tries) {
            shown = (shown + 1) % count;
            if (!broken.includes(shown))
                return;
        }
    }

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

        onStatusChanged: {
            if (status !== Image.Error || slot.broken.includes(slot.shown))
                return;
            slot.broken.push(slot.shown);
            // Not within the change of the source itself.
            Qt.callLater(slot.next);
        }

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

        onTriggered: slot.next()
    }
}
