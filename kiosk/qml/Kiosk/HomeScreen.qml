import QtQuick
import Kiosk.ViewModels
import TakeANumber.Controls

// What do you need? Tapping a queue gives the number.
KioskPage {
    id: page

    required property AidsViewModel aids
    required property HomeViewModel home
    required property KioskViewModel kiosk
    required property PriorityViewModel priority
    // Three columns take the whole width of a wide screen, and the title stands above them.
    readonly property bool above: Panel.portrait || grid.columns === 3
    readonly property bool wide: above && !Panel.portrait
    readonly property bool crowded: notices.visible && (byPhone.visible || grid.columns === 3)
    // What of a tall screen lies above 1100 mm from the floor, where the kiosk stands as it should.
    readonly property real reach: 706 * Panel.px

    spoken: [notices.spoken, heading.text, what.text, home.namesAloud].filter(text => text !== "").join(". ")

    Header {
        id: header

        anchors.left: parent.left
        anchors.top: parent.top
        kiosk: page.kiosk
        showsTime: page.above && !(page.wide && byPhone.visible)
        width: page.above ? parent.width : Panel.aside
    }

    Item {
        id: place

        anchors.left: parent.left
        anchors.leftMargin: Panel.margin
        height: (page.above ? grid.y + grid.height - grid.used - (page.wide ? 20 : 36) * Panel.px : parent.height) - y
        width: page.above ? parent.width - 2 * Panel.margin : page.wordsWidth
        y: header.height
    }

    // Right above the queues, or in the middle beside them.
    Column {
        id: greeting

        anchors.left: place.left
        spacing: 20 * Panel.px
        width: page.wide && (notices.visible || byPhone.visible) ? place.width * 0.5 : place.width
        y: place.y + (page.above ? place.height - height : Math.max(0, (place.height - height - Panel.header) / 2))

        HomeNotices {
            id: noticesAbove

            home: page.home
            mostLines: 6
            priority: page.priority
            visible: notices.visible && !page.wide
            width: parent.width
        }

        JoinCode {
            url: page.home.joinUrl
            visible: byPhone.visible && !page.wide
            width: parent.width
        }

        Heading {
            id: heading

            bold: true
            fontSizeMode: page.wide ? Text.HorizontalFit : Text.FixedSize
            lineHeight: 1.05
            minimumPixelSize: Math.round(size * 0.6)
            size: page.wide || page.crowded ? Math.max(Panel.title * 0.76, 64 * Panel.px) : Panel.title
            text: page.home.changing !== "" ? qsTr("Which queue instead?") : page.aids.larger || page.crowded || page.wide ? qsTr("What do you need today?") : qsTr("Welcome. What do you need today?")
            width: parent.width
            wrapMode: page.wide ? Text.NoWrap : Text.WordWrap
        }

        Label {
            id: what

            secondary: true
            size: Panel.words
            text: {
                if (page.home.changing !== "")
                    return qsTr("You keep %1 until you tap another.").arg(page.home.changing);
                if (page.home.groupCount > 0)
                    return qsTr("Tap where yours is.");
                return page.home.queueCount === 1 ? qsTr("Tap to get your number.") : qsTr("Tap one to get your number.");
            }
            visible: page.home.changing !== "" || page.home.groupCount > 0 || !page.crowded && !page.wide && !page.aids.larger
            width: parent.width
        }
    }

    HomeNotices {
        id: notices

        anchors.bottom: place.bottom
        anchors.right: parent.right
        anchors.rightMargin: Panel.margin
        home: page.home
        mostLines: 3
        opacity: page.wide ? 1 : 0
        priority: page.priority
        visible: said
        width: place.width * 0.48
    }

    // The queues on this screen are the short way; whoever likes their phone better finds it here.
    JoinCode {
        id: byPhone

        anchors.bottom: place.bottom
        anchors.right: parent.right
        anchors.rightMargin: Panel.margin
        opacity: page.wide ? 1 : 0
        url: page.home.joinUrl
        visible: page.home.joinUrl !== "" && page.home.changing === "" && page.priority.name === "" && !page.aids.larger && !(notices.visible && (page.wide || grid.columns === 3 || !Panel.portrait && noticesAbove.height > 260 * Panel.px))
        width: place.width * 0.42
    }

    QueueGrid {
        id: grid

        aids: page.aids
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Panel.portrait || columns === 3 ? Panel.gap : Math.max(Panel.gap, page.aids.lower ? 0 : (page.height - used) / 2)
        anchors.right: parent.right
        anchors.rightMargin: Panel.margin
        height: Panel.portrait ? parent.height - page.reach * (page.aids.larger ? 0.9 : 1) - Panel.gap : columns === 3 ? parent.height - Panel.header - 116 * Panel.px - Panel.gap : parent.height - 2 * Panel.gap
        home: page.home
        priority: page.priority
        width: page.above ? parent.width - 2 * Panel.margin : page.controlsWidth
    }
}
