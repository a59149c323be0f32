#include "content/read/reading.h"

#include <fmt/format.h>

namespace kiosk::content {

namespace {

SceneMoment read_moment(toml::Value const& table, ReadContext& reading)
{
    toml::TableReader reader(table, "[[scene.moment]]", reading.problems);
    SceneMoment moment;
    moment.place = reader.place();
    moment.lines = reader.lines();
    moment.id = reader.text("id");
    moment.picture = reader.text("picture", toml::Presence::optional);
    moment.choices = reader.texts("choices");
    moment.right = reader.texts("right");
    if (auto const* leads = reader.table("leads_to", toml::Presence::optional, "{ later = \"at-home\" }")) {
        toml::TableReader ways(*leads, "leads_to", reading.problems);
        for (auto const& member : leads->members) moment.leads_to[member.name] = ways.text(member.name);
    }
    reader.finish();
    moment.unread = reader.unread();
    return moment;
}

Scene read_scene(toml::Value const& table, ReadContext& reading, std::filesystem::path const& structure)
{
    toml::TableReader reader(table, "[[scene]]", reading.problems);
    Scene scene;
    scene.place = reader.place();
    scene.lines = reader.lines();
    scene.id = reader.text("id");
    scene.picture = reader.text("picture");
    scene.sources = reader.texts("sources");
    for (auto const* moment : reader.tables("moment"))
        reading.add(scene.moments, read_moment(*moment, reading), structure);
    reader.finish();
    scene.unread = reader.unread();
    if (scene.unread.contains("moment")) reading.mark_incomplete(structure);
    return scene;
}

enum class MomentPicture { of_its_own, of_the_scene, not_known };

MomentPicture picture_of(Scene const& scene, SceneMoment const& moment)
{
    if (moment.unread.contains("picture") || scene.unread.contains("picture")) return MomentPicture::not_known;
    return moment.has_own_picture(scene.picture) ? MomentPicture::of_its_own : MomentPicture::of_the_scene;
}

void read_moment_words(SceneMoment& moment, toml::Value const& table, std::string const& what, Language const& language,
                       MomentPicture picture, ReadContext& reading)
{
    toml::TableReader reader(table, what, reading.problems);
    auto& words = moment.words[language];
    words.place = reader.place();
    words.situation = reader.text("situation");
    if (picture == MomentPicture::of_its_own) words.alt = reader.text("alt");
    if (picture == MomentPicture::not_known) reader.ignore("alt");
    // Which choices there are is not known: what is written is taken for them.
    if (moment.unread.contains("choices"))
        for (auto const& member : table.members) reader.ignore(member.name);
    for (auto const& choice : moment.choices) {
        words.choices[choice] = reader.text(choice);
        words.consequences[choice] = reader.text(choice + "_then");
    }
    reader.finish();
}

void read_scene_words(Scene& scene, toml::Value const& table, Language const& language, ReadContext& reading)
{
    toml::TableReader reader(table, fmt::format("scene '{}'", scene.id), reading.problems);
    auto& words = scene.words[language];
    words.place = reader.place();
    words.name = reader.text("name");
    words.helps = reader.text("helps");
    words.note = reader.text("note");
    words.alt = reader.text("alt");
    for (auto& moment : scene.moments)
        if (auto const* section =
                reader.table(moment.id, toml::Presence::required, fmt::format("[{}.{}]", scene.id, moment.id)))
            read_moment_words(moment, *section, fmt::format("moment '{}' of scene '{}'", moment.id, scene.id), language,
                              picture_of(scene, moment), reading);
    reader.finish();
}

void read_words(ReadContext& reading, toml::Value const& root, Language const& language, SceneSet& set,
                std::filesystem::path const& structure)
{
    toml::TableReader reader(root, root.place.file, reading.problems);
    auto& heading = set.headings[language];
    heading.title = reader.text("title");
    heading.subtitle = reader.text("subtitle");
    read_records(
        reading, reader, set.scenes, {"scene", structure, language},
        [&](Scene& scene, toml::Value const& section) { read_scene_words(scene, section, language, reading); });
}

} // namespace

void read_scenes(ReadContext& reading, std::filesystem::path const& relative, SceneSet& set)
{
    auto const structure = relative / "scenes.toml";
    auto const root = reading.file(structure);
    if (!root) return;
    toml::TableReader reader(*root, "this file", reading.problems);
    set.place = reader.place();
    set.lines = reader.lines();
    set.id = reader.text("id");
    check_id(reading, reader, set.id, relative);
    set.picture = reader.text("picture");
    set.channel = reader.text("channel");
    for (auto const* table : reader.tables("scene"))
        reading.add(set.scenes, read_scene(*table, reading, structure), structure);
    reader.finish();
    if (reader.unread().contains("scene")) reading.mark_incomplete(structure);
    for (auto const& [language, words] : reading.words(relative)) read_words(reading, words, language, set, structure);
}

} // namespace kiosk::content
