import TakeANumber.Controls

// Where a manager approves, to be typed by hand; in a narrow place its path has a line of its own.
Label {
    required property string address
    property bool narrow: false

    fontSizeMode: Label.HorizontalFit
    minimumPixelSize: Math.round(Look.address * 0.5)
    objectName: "address"
    size: Look.address
    strong: true
    text: Apart.word(narrow ? address.replace("/", "\n/") : address)
    wrapMode: Label.NoWrap
}
