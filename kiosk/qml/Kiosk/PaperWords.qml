import QtQml

// What a printed ticket says beside its number; the printer's side reads it in the customer's language.
QtObject {
    readonly property string follow: qsTr("Scan to follow on your phone")
    readonly property string keep: qsTr("Please keep this until you are called.")
    readonly property string test: qsTr("Test print. This is not a ticket.")
    readonly property string yourNumber: qsTr("Your number")
}
