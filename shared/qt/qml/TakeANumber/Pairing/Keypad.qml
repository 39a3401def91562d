pragma ComponentBehavior: Bound

import QtQuick
import TakeANumber.Controls

// The keys for an address, to be hit with a finger: digits, letters, and what stands between them. Read from the left in every language.
Column {
    id: pad

    signal tapped(key: string)

    readonly property list<string> lines: ["1234567890", "qwertyuiop", "asdfghjkl-", "zxcvbnm.:/"]
    readonly property real between: 12 * Look.px

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false
    spacing: between

    Repeater {
        model: pad.lines

        Row {
            id: line

            required property string modelData
            required property int index

            spacing: pad.between

            Repeater {
                model: line.modelData.split("")

                Button {
                    required property string modelData

                    height: Look.key
                    horizontalPadding: 0
                    objectName: "key-" + modelData
                    text: modelData
                    textSize: Look.key * 0.44
                    width: (pad.width - 9 * pad.between) / 10

                    onClicked: pad.tapped(modelData)
                }
            }
        }
    }
}
