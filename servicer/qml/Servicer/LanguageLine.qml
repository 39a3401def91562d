pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Servicer.ViewModels
import TakeANumber.Theme

// The branch's languages, each in its own name, for whoever sits down here next.
Item {
    id: languages

    required property SignInViewModel signIn

    Row {
        anchors.centerIn: parent
        spacing: Theme.space1

        Glyph {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.text2
            name: "globe"
            side: 20 * Theme.scale
        }

        Repeater {
            model: languages.signIn.languages

            T.Button {
                id: language

                required property string code
                required property string name
                required property bool chosen

                focusPolicy: Qt.StrongFocus
                horizontalPadding: Theme.space3
                implicitHeight: 44 * Theme.scale
                implicitWidth: Math.max(44 * Theme.scale, word.implicitWidth + 2 * horizontalPadding)
                objectName: "language-" + code
                text: name

                Accessible.checkable: true
                Accessible.checked: chosen
                Accessible.name: text
                Accessible.role: Accessible.RadioButton

                Keys.onEnterPressed: language.clicked()
                Keys.onReturnPressed: language.clicked()

                background: Rectangle {
                    border.color: Theme.accent
                    border.width: language.chosen || language.visualFocus ? 2 * Theme.scale : 0
                    color: language.down ? Theme.sunken : language.chosen ? Theme.surface : "transparent"
                    radius: Theme.radiusS
                }
                contentItem: FitLabel {
                    id: word

                    color: language.chosen ? Theme.accent : Theme.text2
                    horizontalAlignment: Text.AlignHCenter
                    size: Theme.text14
                    strong: language.chosen
                    text: language.text
                    verticalAlignment: Text.AlignVCenter

                    Accessible.ignored: true
                }

                onClicked: languages.signIn.languageChosen(code)
            }
        }
    }
}
