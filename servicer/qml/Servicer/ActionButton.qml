import QtQuick
import QtQuick.Templates as T
import TakeANumber.Controls
import TakeANumber.Theme

// One of the buttons beside the primary: an icon and a word, and below them the keys that do the same. Its row says how large
// the words of all of them are, and whether all have room for icons and for both keys.
T.Button {
    id: button

    property string iconName: ""
    property string keys: ""
    property string moreKeys: ""
    // The longest word is what cannot be broken: for so many times its width there is room, beside an icon and without.
    readonly property real fits: availableWidth / Math.max(1, longest.advanceWidth)
    readonly property real fitsBesideIcon: (availableWidth - picture.width - Theme.space2) / Math.max(1, longest.advanceWidth)
    readonly property bool fitsKeys: availableWidth >= bothKeys.advanceWidth
    readonly property real base: compact ? Theme.text14 : Theme.text16
    property real textSize: base
    property bool pictured: true
    property bool allKeys: true
    property bool chosen: false
    property bool wanted: false
    property bool compact: false
    readonly property bool inverse: down || Theme.mode === Theme.Contrast && chosen
    readonly property color ink: !enabled ? Theme.text2 : inverse ? Theme.accentInk : chosen ? Theme.accent : Theme.text

    focusPolicy: Qt.StrongFocus
    horizontalPadding: compact ? Theme.space1 : Theme.space2
    implicitHeight: (compact ? 44 : 64) * Theme.scale
    implicitWidth: Math.max(44 * Theme.scale, word.implicitWidth + leftPadding + rightPadding)

    Accessible.checked: chosen
    Accessible.description: [keys, moreKeys].filter(key => key !== "").join(" · ")
    Accessible.name: text
    Accessible.role: Accessible.Button

    Keys.onEnterPressed: button.clicked()
    Keys.onReturnPressed: button.clicked()
    // With Ctrl it is another key, which does nothing.
    Keys.onSpacePressed: event => event.accepted = (event.modifiers & Qt.ControlModifier) !== 0

    background: Rectangle {
        border.color: button.wanted ? Theme.text : button.visualFocus || button.chosen ? Theme.accent : Theme.control
        border.width: button.wanted ? 4 * Theme.scale : button.visualFocus || button.chosen ? 3 * Theme.scale : Math.max(1, 1.5 * Theme.scale)
        color: button.inverse ? Theme.accent : Theme.surface
        radius: Theme.radiusM
    }
    contentItem: Item {
        TextMetrics {
            id: longest

            font.family: Theme.family
            font.pixelSize: Math.round(button.base)
            font.weight: Font.DemiBold
            text: button.text.split(" ").reduce((most, next) => next.length > most.length ? next : most, "")
        }

        TextMetrics {
            id: bothKeys

            font.family: Theme.family
            font.pixelSize: Math.round(Theme.text14)
            text: button.keys + " · " + button.moreKeys
        }

        Column {
            anchors.centerIn: parent
            spacing: 2 * Theme.scale

            Row {
                anchors.horizontalCenter: parent.horizontalCenter
                spacing: Theme.space2

                Glyph {
                    id: picture

                    anchors.verticalCenter: parent.verticalCenter
                    color: button.ink
                    name: button.iconName === "" ? "x" : button.iconName
                    side: 20 * Theme.scale
                    turns: button.iconName === "list"
                    visible: button.pictured && !button.compact && button.iconName !== ""
                }

                Label {
                    id: word

                    anchors.verticalCenter: parent.verticalCenter
                    color: button.ink
                    elide: Text.ElideRight
                    horizontalAlignment: Text.AlignHCenter
                    lineHeight: 0.95
                    maximumLineCount: 2
                    objectName: "caption"
                    size: button.textSize
                    strong: true
                    text: button.text
                    width: Math.min(Math.ceil(implicitWidth), button.availableWidth - (picture.visible ? picture.width + Theme.space2 : 0))

                    Accessible.ignored: true
                }
            }

            FitLabel {
                anchors.horizontalCenter: parent.horizontalCenter
                color: button.enabled && !button.inverse ? Theme.text2 : button.ink
                size: Theme.text14
                text: button.allKeys && button.moreKeys !== "" ? button.keys + " · " + button.moreKeys : button.keys
                visible: !button.compact && text !== ""
                width: Math.min(implicitWidth, button.availableWidth)

                Accessible.ignored: true
            }
        }
    }
}
