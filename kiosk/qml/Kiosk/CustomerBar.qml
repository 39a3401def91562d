pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// The languages, each in its own name, and what makes the screen easier to use; on every screen for customers.
// Two rows on a tall screen, one on a wide one.
Rectangle {
    id: bar

    required property AidsViewModel aids
    required property KioskViewModel kiosk
    readonly property bool searching: kiosk.branchName === ""
    readonly property real edge: 40 * Panel.px

    color: Theme.sunken
    enabled: kiosk.screen !== Terms.Shown.Taking
    height: (Panel.portrait ? searching ? 128 : 266 : 140) * Panel.px

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        color: Theme.line
        height: Math.max(1, 2 * Panel.px)
    }

    Spread {
        id: languages

        anchors.left: parent.left
        anchors.leftMargin: bar.searching ? (bar.width - width) / 2 : bar.edge
        anchors.top: parent.top
        anchors.topMargin: (Panel.portrait ? 20 : 26) * Panel.px
        most: (Panel.portrait || bar.searching ? bar.width : bar.width * 0.56) - 2 * bar.edge

        Item {
            implicitHeight: 88 * Panel.px
            implicitWidth: 48 * Panel.px

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.text2
                name: "globe"
                side: parent.width
            }
        }

        Repeater {
            model: bar.aids.languages

            BarButton {
                id: language

                required property bool chosen
                required property string code
                required property string name

                checked: chosen
                objectName: "language-" + code
                // Whoever needs larger letters knows their language's name.
                size: 41 * Panel.px
                text: name
                width: languages.share(language)

                onClicked: bar.aids.languageTapped(code)
            }
        }

        BarButton {
            id: others

            objectName: "languages-more"
            size: 41 * Panel.px
            text: qsTr("More")
            visible: bar.aids.nextPage >= 0
            width: languages.share(others)

            Accessible.name: qsTr("More languages")

            onClicked: bar.aids.pageTapped(bar.aids.nextPage)
        }
    }

    Spread {
        id: helpers

        anchors.bottom: parent.bottom
        anchors.bottomMargin: (Panel.portrait ? 16 : 6) * Panel.px
        anchors.right: parent.right
        anchors.rightMargin: bar.edge
        even: Panel.portrait
        most: (Panel.portrait ? bar.width : bar.width * 0.44) - (Panel.portrait ? 2 : 1) * bar.edge
        visible: !bar.searching

        BarButton {
            id: larger

            checked: bar.aids.larger
            objectName: "larger"
            size: Panel.aid
            symbol: bar.aids.larger ? "a-arrow-down" : "a-arrow-up"
            text: bar.aids.larger ? qsTr("Smaller") : qsTr("Larger")
            width: helpers.share(larger)

            onClicked: bar.aids.largerTapped()
        }

        BarButton {
            id: contrast

            checked: bar.aids.contrast
            objectName: "contrast"
            size: Panel.aid
            symbol: "contrast"
            text: qsTr("Contrast")
            width: helpers.share(contrast)

            onClicked: bar.aids.contrastTapped()
        }

        BarButton {
            id: lower

            checked: bar.aids.lower
            objectName: "lower"
            size: Panel.aid
            symbol: "accessibility"
            text: qsTr("Lower")
            width: helpers.share(lower)

            Accessible.description: qsTr("Move the controls lower")

            onClicked: bar.aids.lowerTapped()
        }

        BarButton {
            id: speak

            checked: bar.aids.speaking
            objectName: "speak"
            size: Panel.aid
            symbol: "volume-2"
            text: qsTr("Read aloud")
            visible: bar.aids.speaks
            width: helpers.share(speak)

            onClicked: bar.aids.speakTapped()
        }
    }

    // A line whose words have their own widths and equal room between them; where they have none, they get narrower together.
    component Spread: Row {
        id: line

        property real most: 0
        // Whether each has as much of the line, where that is enough for all.
        property bool even: false
        readonly property list<Item> shown: {
            const found = [];
            for (let place = 0; place < children.length; ++place) {
                if (children[place].visible && children[place].implicitWidth > 0)
                    found.push(children[place]);
            }
            return found;
        }
        readonly property real natural: shown.reduce((sum, each) => sum + each.implicitWidth, 0)

        spacing: shown.length > 1 && !(even && shown.every(each => each.implicitWidth <= most / shown.length)) ? Math.max(0, Math.min(60 * Panel.px, (most - natural) / (shown.length - 1))) : 0

        function share(button: Item): real {
            const part = most / Math.max(1, shown.length);
            if (even && shown.every(each => each.implicitWidth <= part))
                return part;
            return button.implicitWidth * Math.min(1, most / Math.max(1, natural));
        }
    }
}
