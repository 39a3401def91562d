pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import TakeANumber.Controls
import TakeANumber.Theme

// A button with an icon, a word and a key, in one line. `chosen` is on, `wanted` is likely to be pressed, `suggested` may be, `quiet` has no edge.
T.Button {
    id: button

    property string iconName: ""
    property bool iconTurns: false
    property string keys: ""
    // What speaks for pressing it, below its word.
    property string reason: ""
    // What it does, in a sentence, for whom its word is too short: shown above it while it is pointed at or has the focus.
    property string hint: ""
    property bool chosen: false
    property bool wanted: false
    property bool suggested: false
    property bool quiet: false
    property bool filled: false
    // Its words begin where reading begins, as in a list.
    property bool leading: false
    // A long line goes on below in its size, and does not become smaller.
    property bool twoLines: false
    // It stands on the inverse bar.
    property bool inverted: false
    readonly property real beside: (picture.visible ? picture.width + (word.visible ? Theme.space2 : 0) : 0) + (cap.visible ? cap.width + Theme.space2 : 0)
    property real textSize: Theme.text16
    readonly property bool inverse: Theme.mode === Theme.Contrast && (chosen || down)
    readonly property color ink: {
        if (inverted)
            return Theme.bg;
        if (!enabled)
            return Theme.text2;
        if (filled || inverse || down)
            return Theme.accentInk;
        return chosen || suggested ? Theme.accent : Theme.text;
    }

    focusPolicy: Qt.StrongFocus
    horizontalPadding: Theme.space2
    hoverEnabled: true
    implicitHeight: Math.max(44 * Theme.scale, implicitContentHeight + topPadding + bottomPadding)
    // As wide as its words, whatever it has shrunk to where there is less room.
    implicitWidth: Math.ceil(Math.max(44 * Theme.scale, word.implicitWidth + beside + leftPadding + rightPadding))
    verticalPadding: Theme.space1

    Accessible.checked: chosen
    Accessible.description: [hint, keys].filter(text => text !== "").join(Apart.comma)
    Accessible.name: reason === "" ? text : Apart.line([text, reason])
    Accessible.role: Accessible.Button

    Keys.onEnterPressed: button.clicked()
    Keys.onReturnPressed: button.clicked()
    // With Ctrl it is another key, which does nothing.
    Keys.onSpacePressed: event => event.accepted = (event.modifiers & Qt.ControlModifier) !== 0

    background: Rectangle {
        border.color: button.visualFocus || button.chosen || button.suggested && button.enabled ? Theme.accent : button.wanted ? Theme.text : Theme.control
        border.width: {
            if (button.wanted)
                return 4 * Theme.scale;
            if (button.visualFocus || button.chosen)
                return 3 * Theme.scale;
            if (button.suggested && button.enabled)
                return 2 * Theme.scale;
            if (button.filled && !button.enabled && Theme.mode === Theme.Contrast)
                return Math.max(1, Theme.scale);
            return button.quiet || button.filled || button.inverted ? 0 : Math.max(1, 1.5 * Theme.scale);
        }
        color: {
            if (button.inverted)
                return Qt.alpha(Theme.bg, button.down ? 0.3 : 0.16);
            if (button.filled && !button.enabled)
                return Theme.sunken;
            if (button.filled || button.inverse || button.down)
                return button.filled && button.down ? Qt.darker(Theme.accent, 1.25) : Theme.accent;
            return button.quiet ? "transparent" : Theme.surface;
        }
        radius: Theme.radiusM

        Rectangle {
            anchors.fill: parent
            anchors.margins: -6 * Theme.scale
            border.color: Theme.accent
            border.width: 3 * Theme.scale
            color: "transparent"
            radius: parent.radius + 6 * Theme.scale
            visible: button.filled && button.visualFocus
        }
    }
    contentItem: Item {
        implicitHeight: line.implicitHeight

        Loader {
            active: button.hint !== "" && (button.hovered || button.visualFocus)

            sourceComponent: Hint {
                owner: button
                text: button.hint
            }
        }

        Row {
            id: line

            anchors.horizontalCenter: button.leading ? undefined : parent.horizontalCenter
            anchors.left: button.leading ? parent.left : undefined
            anchors.leftMargin: Theme.space2
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.space2

            Glyph {
                id: picture

                anchors.verticalCenter: parent.verticalCenter
                color: button.ink
                name: button.iconName === "" ? "x" : button.iconName
                side: 20 * Theme.scale
                turns: button.iconTurns
                visible: button.iconName !== ""
            }

            Column {
                anchors.verticalCenter: parent.verticalCenter

                FitLabel {
                    id: word

                    anchors.horizontalCenter: button.leading ? undefined : parent.horizontalCenter
                    color: button.ink
                    fontSizeMode: button.twoLines ? Text.FixedSize : Text.HorizontalFit
                    horizontalAlignment: button.leading ? Text.AlignLeft : Text.AlignHCenter
                    lineHeight: button.twoLines ? 0.95 : 1
                    maximumLineCount: button.twoLines ? 2 : 1
                    objectName: "caption"
                    size: button.textSize
                    strong: true
                    text: button.text
                    visible: text !== ""
                    width: Math.min(Math.ceil(implicitWidth), button.availableWidth - button.beside - (button.leading ? Theme.space2 : 0))
                    wrapMode: button.twoLines ? Text.Wrap : Text.NoWrap

                    Accessible.ignored: true
                }

                FitLabel {
                    anchors.horizontalCenter: parent.horizontalCenter
                    color: button.ink
                    objectName: "reason"
                    size: Theme.text14
                    text: button.reason
                    visible: text !== ""
                    width: Math.min(Math.ceil(implicitWidth), button.availableWidth - button.beside)

                    Accessible.ignored: true
                }
            }

            KeyCap {
                id: cap

                anchors.verticalCenter: parent.verticalCenter
                ink: button.filled || button.inverse || button.down || button.inverted ? button.ink : Theme.text2
                keys: button.keys
                outlined: button.filled || button.inverse || button.down || button.inverted
                visible: button.keys !== "" && button.enabled
            }
        }
    }
}
