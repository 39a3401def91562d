pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import TakeANumber.Controls
import TakeANumber.PairingModel
import TakeANumber.Theme

// The languages, each in its own name; only the one that is spoken is boxed.
Rectangle {
    id: bar

    required property PairingViewModel pairing

    color: Look.kiosk ? Theme.sunken : "transparent"
    height: (Look.kiosk ? Look.portrait ? 128 : 120 : 60) * Look.px

    Rectangle {
        anchors.top: parent.top
        color: Theme.line
        height: Math.max(1, 2 * Look.px)
        visible: Look.kiosk
        width: parent.width
    }

    Row {
        id: line

        readonly property real most: bar.width - 2 * (Look.kiosk ? 40 : 20) * Look.px
        readonly property real word: (Look.kiosk ? 14 : 12) * Look.px

        anchors.centerIn: parent
        spacing: Look.kiosk ? Math.max(0, Math.min(60 * Look.px, (most - globe.width - repeater.letters) / Math.max(1, repeater.count))) : Theme.space1

        Item {
            id: globe

            height: (Look.kiosk ? 88 : 44) * Look.px
            width: (Look.kiosk ? 48 : 20) * Look.px

            Icon {
                anchors.centerIn: parent
                color: Theme.text2
                name: "globe"
                side: parent.width
            }
        }

        Row {
            id: words

            spacing: line.spacing

            Repeater {
                id: repeater

                property real letters: 0

                function measure() {
                    let sum = 0;
                    for (let place = 0; place < count; ++place)
                        sum += itemAt(place)?.implicitWidth ?? 0;
                    letters = sum;
                }

                model: bar.pairing.languages

                onItemAdded: measure()
                onItemRemoved: measure()

                T.AbstractButton {
                    id: language

                    required property string code
                    required property string name
                    required property bool chosen
                    readonly property color ink: down ? Theme.accentInk : chosen ? Theme.accent : Look.kiosk ? Theme.text : Theme.text2

                    focusPolicy: Qt.StrongFocus
                    horizontalPadding: line.word
                    implicitHeight: (Look.kiosk ? 88 : 44) * Look.px
                    implicitWidth: Math.max((Look.kiosk ? 82 : 44) * Look.px, label.implicitWidth + 2 * horizontalPadding)
                    objectName: "language-" + code
                    text: name

                    onImplicitWidthChanged: repeater.measure()

                    Accessible.checkable: true
                    Accessible.checked: chosen
                    Accessible.name: text
                    Accessible.role: Accessible.RadioButton

                    background: Rectangle {
                        border.color: Theme.accent
                        border.width: language.chosen || language.visualFocus ? (Look.kiosk ? 4 : 2) * Look.px : 0
                        color: language.down ? Theme.accent : language.chosen ? Theme.surface : "transparent"
                        radius: (Look.kiosk ? 16 : 8) * Look.px
                    }
                    contentItem: Label {
                        id: label

                        color: language.ink
                        horizontalAlignment: Text.AlignHCenter
                        size: (Look.kiosk ? 41 : 14) * Look.px
                        strong: language.chosen
                        text: language.text
                        verticalAlignment: Text.AlignVCenter
                        wrapMode: Text.NoWrap

                        Accessible.ignored: true
                    }

                    onClicked: bar.pairing.languageChosen(code)
                }
            }
        }
    }
}
