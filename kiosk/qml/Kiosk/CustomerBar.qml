pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import TakeANumber.Theme

// The languages, each in its own name, and what makes the screen easier to use; on every screen.
Grid {
    id: bar

    required property KioskViewModel kiosk
    required property bool portrait
    readonly property int count: kiosk.languageCount + 2 + (portrait ? 1 : 0) + (kiosk.speaks ? 1 : 0)
    readonly property real cell: (width - (columns - 1) * columnSpacing) / columns
    readonly property real cellHeight: Theme.space6 + Theme.space1

    columnSpacing: Theme.space2
    columns: portrait ? (count === 4 ? 2 : 3) : count <= 5 ? count : Math.ceil(count / 2)
    enabled: kiosk.screen !== KioskScreen.Shown.Taking
    rowSpacing: Theme.space2

    Repeater {
        model: bar.kiosk.languages

        BarButton {
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

    BarButton {
        checked: bar.kiosk.larger
        height: bar.cellHeight
        objectName: "larger"
        text: qsTr("Larger")
        width: bar.cell

        onClicked: bar.kiosk.largerTapped()
    }

    BarButton {
        checked: bar.kiosk.contrast
        height: bar.cellHeight
        objectName: "contrast"
        text: qsTr("Contrast")
        width: bar.cell

        onClicked: bar.kiosk.contrastTapped()
    }

    BarButton {
        checked: bar.kiosk.lower
        height: bar.cellHeight
        objectName: "lower"
        text: qsTr("Lower")
        visible: bar.portrait
        width: bar.cell

        Accessible.description: qsTr("Move the controls lower")

        onClicked: bar.kiosk.lowerTapped()
    }

    BarButton {
        checked: bar.kiosk.speaking
        height: bar.cellHeight
        objectName: "speak"
        text: qsTr("Speak")
        visible: bar.kiosk.speaks
        width: bar.cell

        onClicked: bar.kiosk.speakTapped()
    }
}
