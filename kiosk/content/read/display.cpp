#include "content/read/reading.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::content {

namespace {

DisplaySlide read_slide(toml::Value const& table, ReadContext& reading)
{
    toml::TableReader reader(table, "[[slide]]", reading.problems);
    DisplaySlide slide;
    slide.place = reader.place();
    slide.lines = reader.lines();
    slide.id = reader.text("id");
    slide.kind = reader.choice<SlideKind>(
        "kind", {{"statement", SlideKind::statement}, {"fact", SlideKind::fact}, {"code", SlideKind::code}});
    slide.picture = reader.text("picture");
    slide.channel =
        reader.text("channel", slide.kind == SlideKind::code ? toml::Presence::required : toml::Presence::optional);
    slide.sources = reader.texts("sources", toml::Presence::optional);
    slide.dayparts = reader.texts("dayparts", toml::Presence::optional);
    reader.finish();
    slide.unread = reader.unread();
    return slide;
}

void read_words(ReadContext& reading, toml::Value const& root, Language const& language, Display& display,
                std::filesystem::path const& structure)
{
    toml::TableReader reader(root, root.place.file, reading.problems);
    read_records(reading, reader, display.slides, {"slide", structure, language},
                 [&](DisplaySlide& slide, toml::Value const& section) {
                     toml::TableReader words(section, fmt::format("slide '{}'", slide.id), reading.problems);
                     slide.words[language] = {words.text("title"), words.text("text"), words.place()};
                     words.finish();
                 });
}

} // namespace

void read_display(ReadContext& reading, std::filesystem::path const& relative, Display& display)
{
    auto const structure = relative / "display.toml";
    auto const root = reading.file(structure);
    if (!root) return;
    toml::TableReader reader(*root, "this file", reading.problems);
    display.place = reader.place();
    display.id = reader.text("id");
    check_id(reading, reader, display.id, relative);
    for (auto const* table : reader.tables("slide"))
        reading.add(display.slides, read_slide(*table, reading), structure);
    reader.finish();
    if (reader.unread().contains("slide")) reading.mark_incomplete(structure);
    for (auto const& [language, words] : reading.words(relative))
        read_words(reading, words, language, display, structure);
}

} // namespace kiosk::content
