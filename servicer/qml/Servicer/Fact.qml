import QtQuick
import TakeANumber.Theme

// One thing that is known of a customer: an icon, what it is, and the thing itself.
Row {
    id: fact

    required property string iconName
    required property string caption
    required property string value
    property color ink: Theme.text
    property color ink2: Theme.text2

    spacing: 10 * Theme.scale
    visible: value !== ""

    Accessible.name: fact.caption + ": " + fact.value
    Accessible.role: Accessible.StaticText

    Glyph {
        color: fact.ink2
        name: fact.iconName
        side: 22 * Theme.scale
        y: 3 * Theme.scale
    }

    Column {
        width: fact.width - 32 * Theme.scale

        FitLabel {
            color: fact.ink2
            size: Theme.text14
            text: fact.caption
            width: parent.width

            Accessible.ignored: true
        }

        FitLabel {
            color: fact.ink
            size: Theme.text18
            strong: true
            text: fact.value
            width: parent.width

            Accessible.ignored: true
        }
    }
}
