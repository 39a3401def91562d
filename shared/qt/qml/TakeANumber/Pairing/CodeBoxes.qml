pragma ComponentBehavior: Bound

import QtQuick
import TakeANumber.Controls
import TakeANumber.Theme

// The eight characters, in two fours that are read from the left in every language.
Row {
    id: boxes

    required property string code

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false
    objectName: "code"
    spacing: Look.fours

    Accessible.name: code.slice(0, 4).split("").join(" ") + ", " + code.slice(4).split("").join(" ")
    Accessible.role: Accessible.StaticText

    Repeater {
        model: 2

        Row {
            id: four

            required property int index

            spacing: Look.boxGap

            Repeater {
                model: 4

                Rectangle {
                    id: box

                    required property int index

                    border.color: Theme.control
                    border.width: Math.max(1, (Look.desk ? 2 : 3) * Look.px)
                    color: Theme.surface
                    height: Look.boxHeight
                    radius: (Look.desk ? 10 : 16) * Look.px
                    width: Look.boxWidth

                    Label {
                        anchors.centerIn: parent
                        bold: true
                        horizontalAlignment: Text.AlignHCenter
                        size: Look.letter
                        tabular: true
                        text: boxes.code.charAt(4 * four.index + box.index)
                        wrapMode: Text.NoWrap

                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
