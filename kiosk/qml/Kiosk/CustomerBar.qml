pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// The languages, each in its own name, and high contrast; on every screen.
Grid {
    id: bar

    required property KioskViewModel kiosk
    required property bool portrait
    readonly property int count: kiosk.languageCount + 1
    readonly property real cell: (width - (columns - 1) * columnSpacing) / columns
    readonly property real cellHeight: Theme.space6 + Theme.space1

    columnSpacing: Theme.space2
    columns: portrait ? (count <= 4 ? count : 3) : Math.min(count, 6)
    enabled: kiosk.screen !== KioskScreen.Shown.Taking
    rowSpacing: Theme.space2

    Repeater {
        model: bar.kiosk.languages

        Button {
            required property bool chosen
            required property string code
            required property string name

            checked: chosen
            height: bar.cellHeight
            objectName: "language-" + code
            text: name
            width: bar.cell

            onClicked: bar.kiosk.languageTapped(code)
        }
    }

    Button {
        checked: bar.kiosk.contrast
        height: bar.cellHeight
        objectName: "contrast"
        text: qsTr("Contrast")
        width: bar.cell

        onClicked: bar.kiosk.contrastTapped()
    }
}
