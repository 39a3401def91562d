pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import TakeANumber.Theme

// The languages, each in its own name, and what makes the screen easier to use; on every screen.
// All on one line where they fit, else a line for each of the two, else in columns.
Flow {
    id: bar

    required property AidsViewModel aids
    required property KioskViewModel kiosk
    required property bool portrait
    readonly property list<Item> languageButtons: shown(false)
    readonly property list<Item> aidButtons: shown(true)
    readonly property bool onOneLine: fits([...languageButtons, ...aidButtons])
    readonly property bool onTwoLines: !onOneLine && fits(languageButtons) && fits(aidButtons)
    readonly property int columns: !portrait ? 5 : languageButtons.length + aidButtons.length === 4 ? 2 : 3

    enabled: kiosk.screen !== Terms.Shown.Taking
    spacing: Theme.space2

    function shown(aid: bool): var {
        const found = [];
        for (let place = 0; place < children.length; ++place) {
            const button = children[place] as BarButton;
            if (button !== null && button.aid === aid && button.visible)
                found.push(button);
        }
        return found;
    }

    function natural(line: var): real {
        return line.reduce((sum, button) => sum + button.implicitWidth, 0) + spacing * (line.length - 1);
    }

    function fits(line: var): bool {
        return natural(line) <= width;
    }

    // Each button is as wide as its word needs, and has its share of what is left of its line.
    function widthOf(button: BarButton): real {
        if (!onOneLine && !onTwoLines)
            return Math.floor((width - (columns - 1) * spacing) / columns);
        const line = onOneLine ? [...languageButtons, ...aidButtons] : button.aid ? aidButtons : languageButtons;
        return Math.floor(button.implicitWidth + (width - natural(line)) / Math.max(1, line.length));
    }

    Repeater {
        model: bar.aids.languages

        BarButton {
            id: language

            required property bool chosen
            required property string code
            required property string name

            aid: false
            checked: chosen
            objectName: "language-" + code
            text: name
            width: bar.widthOf(language)

            onClicked: bar.aids.languageTapped(code)
        }
    }

    BarButton {
        id: larger

        checked: bar.aids.larger
        objectName: "larger"
        text: qsTr("Larger")
        width: bar.widthOf(larger)

        onClicked: bar.aids.largerTapped()
    }

    BarButton {
        id: contrast

        checked: bar.aids.contrast
        objectName: "contrast"
        text: qsTr("Contrast")
        width: bar.widthOf(contrast)

        onClicked: bar.aids.contrastTapped()
    }

    BarButton {
        id: lower

        checked: bar.aids.lower
        objectName: "lower"
        text: qsTr("Lower")
        visible: bar.portrait
        width: bar.widthOf(lower)

        Accessible.description: qsTr("Move the controls lower")

        onClicked: bar.aids.lowerTapped()
    }

    BarButton {
        id: speak

        checked: bar.aids.speaking
        objectName: "speak"
        text: qsTr("Speak")
        visible: bar.aids.speaks
        width: bar.widthOf(speak)

        onClicked: bar.aids.speakTapped()
    }
}
