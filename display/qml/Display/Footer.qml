import QtQuick
import Display.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// What to do if one missed one's number, and until when numbers are given; in its corner what only the installer needs.
Item {
    id: footer

    required property BoardPlan plan
    required property DisplayViewModel display
    required property DisplaySettings settings
    readonly property bool lost: plan.isLost
    readonly property bool narrow: width < 700 * Theme.scale

    Label {
        anchors.left: parent.left
        anchors.leftMargin: Theme.space5
        anchors.right: parent.right
        anchors.rightMargin: corner.visible ? corner.width + Theme.space5 + Theme.space4 : Theme.space5
        anchors.verticalCenter: parent.verticalCenter
        color: footer.lost ? Theme.text : Theme.text2
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 10
        objectName: "footer"
        size: footer.lost ? 21 * Theme.scale : Theme.text16
        text: footer.lost ? qsTr("Please listen for staff. Your number keeps its place.") : footer.display.footer !== "" ? footer.display.footer : footer.narrow ? qsTr("Missed your number? Tell our staff.") : qsTr("Missed your number? Tell our staff, or use your phone.")
        wrapMode: Text.NoWrap
    }

    Row {
        id: corner

        anchors.right: parent.right
        anchors.rightMargin: Theme.space5
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space3
        visible: marks.visible || words.text !== ""

        // For whoever hangs it, small; docs/operate.md says what they mean. Without the server there is more to mend first.
        Row {
            id: marks

            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.space2
            visible: !footer.lost && (!footer.plan.legible || footer.display.clockUnsure)

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.text2
                name: "triangle-alert"
                side: Theme.text14
            }

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.text2
                name: "clock"
                objectName: "clock-unsure"
                side: Theme.text14
                visible: footer.display.clockUnsure

                Accessible.ignored: false
                Accessible.name: qsTr("Time not checked")
                Accessible.role: Accessible.StaticText
            }

            Label {
                anchors.verticalCenter: parent.verticalCenter
                objectName: "too-small"
                secondary: true
                size: Theme.text14
                // Whoever sits near still looks past others: below this height nothing is called legible.
                text: footer.plan.legible ? "" : footer.plan.reach >= footer.settings.distance ? qsTr("Too small: digits of %1 mm").arg(Math.floor(footer.plan.capMm)) : qsTr("Too small for %1 m").arg(Math.round(footer.settings.distance))
                visible: text !== "" && (footer.width > 800 * Theme.scale || !words.visible)
                wrapMode: Text.NoWrap
            }
        }

        Label {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            objectName: "corner"
            secondary: true
            size: Theme.text16
            text: {
                if (footer.lost)
                    return "";
                // That none are given any more is said above.
                if (footer.display.closing)
                    return "";
                return footer.display.openUntil === "" ? "" : qsTr("Open until %1").arg(footer.display.openUntil);
            }
            visible: text !== ""
            wrapMode: Text.NoWrap
        }
    }
}
