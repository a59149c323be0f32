// Scenes as graphs: every way ends, every end names where to report, and none is longer than anybody stays.
#include "base/nearest.h"
#include "content/check/checking.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace kiosk::content {

namespace {

constexpr std::size_t kFewestChoices = 2;
constexpr std::size_t kMostChoices = 4;
void check_choices(CheckContext& checking, SceneMoment const& moment, std::string const& what)
{
    auto const& choices = moment.choices;
    std::set<std::string> const once(choices.begin(), choices.end());
    // Their words stand beside these in the words files.
    for (auto const* taken : {"situation", "alt"})
        if (once.contains(taken))
            checking.error(
                location_of(moment, "choices"),
                fmt::format("{} has a choice \"{}\", which means something else in the words files", what, taken),
                "give it another id");
    if (choices.size() < kFewestChoices || choices.size() > kMostChoices)
        checking.error(location_of(moment, "choices"), fmt::format("{} offers {} choices", what, choices.size()),
                       fmt::format("give it {} to {}", kFewestChoices, kMostChoices));
    else if (once.size() != choices.size())
        checking.error(location_of(moment, "choices"), what + " names a choice twice",
                       "take one of them out of choices = […]");
    if (moment.unread.contains("right")) return;
    if (moment.right.empty())
        checking.error(location_of(moment, "right"), what + " has no choice that helps", "fill right = […]");
    for (auto const& right : moment.right)
        if (!once.contains(right))
            checking.error(location_of(moment, "right"),
                           fmt::format("{} says that \"{}\" helps, which is no choice of it", what, right),
                           nearest_or(right, choices, fmt::format("its choices are {}", fmt::join(choices, ", "))));
}

void check_ways(CheckContext& checking, Scene const& scene, SceneMoment const& moment, std::string const& what)
{
    std::vector<std::string> moments;
    for (auto const& one : scene.moments) moments.push_back(one.id);
    auto const place = location_of(moment, "leads_to");
    for (auto const& [choice, next] : moment.leads_to) {
        if (std::find(moment.choices.begin(), moment.choices.end(), choice) == moment.choices.end())
            checking.error(
                place, fmt::format("{}: leads_to names \"{}\", which is no choice of it", what, choice),
                nearest_or(choice, moment.choices, fmt::format("its choices are {}", fmt::join(moment.choices, ", "))));
        if (!scene.find(next))
            checking.error(place,
                           fmt::format("{}: \"{}\" leads to a moment '{}' that is not there", what, choice, next),
                           nearest_or(next, moments, "add it as [[scene.moment]], or let the choice end the scene"));
    }
}

void check_moment(CheckContext& checking, Scene const& scene, SceneMoment const& moment)
{
    auto const what = fmt::format("moment '{}' of scene '{}'", moment.id, scene.id);
    // Its words stand beside these in the words files.
    constexpr std::string_view kTaken[] = {"name", "helps", "note", "alt"};
    if (std::find(std::begin(kTaken), std::end(kTaken), moment.id) != std::end(kTaken))
        checking.error(location_of(moment, "id"), what + " has a name that means something else in the words files",
                       "give it another id");
    if (!moment.picture.empty()) checking.picture(moment.picture, location_of(moment, "picture"));
    if (moment.unread.contains("choices")) return;
    check_choices(checking, moment, what);
    if (!moment.unread.contains("leads_to")) check_ways(checking, scene, moment, what);
}

// Moments that no way leads to.
std::vector<SceneMoment const*> unreachable(Scene const& scene)
{
    std::set<std::string> reached{scene.moments.front().id};
    for (std::size_t round = 0; round < scene.moments.size(); ++round)
        for (auto const& moment : scene.moments)
            if (reached.contains(moment.id))
                for (auto const& [choice, next] : moment.leads_to) reached.insert(next);
    std::vector<SceneMoment const*> rest;
    for (auto const& moment : scene.moments)
        if (!reached.contains(moment.id)) rest.push_back(&moment);
    return rest;
}

void check_graph(CheckContext& checking, Scene const& scene)
{
    auto const longest = longest_way(scene);
    if (!longest)
        checking.error(scene.place, fmt::format("a way through scene '{}' leads in a circle and never ends", scene.id),
                       "let a choice of it end the scene: take it out of leads_to");
    else if (*longest > kMostMoments)
        checking.error(
            scene.place,
            fmt::format("a way through scene '{}' has {} moments, which is {} touches", scene.id, *longest,
                        2 * *longest),
            fmt::format("shorten it to {}: nobody stays for more than {} touches", kMostMoments, 2 * kMostMoments));
    for (auto const* moment : unreachable(scene))
        checking.error(moment->place, fmt::format("no choice of scene '{}' leads to moment '{}'", scene.id, moment->id),
                       "name it in leads_to of a moment before it, or take it out");
}

void check_scene(CheckContext& checking, Scene const& scene)
{
    auto const what = fmt::format("scene '{}'", scene.id);
    checking.sources(scene.sources, location_of(scene, "sources"), what, scene.unread);
    if (!scene.unread.contains("picture")) checking.picture(scene.picture, location_of(scene, "picture"));
    checking.unique_ids(scene.moments, "moment");
    for (auto const& moment : scene.moments) check_moment(checking, scene, moment);
    if (checking.is_unread(scene.place.file)) return;
    if (scene.moments.empty())
        checking.error(scene.place, what + " has no moment", "add a [[scene.moment]]");
    else
        check_graph(checking, scene);
}

void check_scene_words(CheckContext& checking, Scene const& scene)
{
    auto const what = fmt::format("scene '{}'", scene.id);
    for (auto const& [language, words] : scene.words) {
        checking.length(words.name, kLongestSceneName, words.place, fmt::format("the name of {}", what));
        checking.length(words.helps, kLongestHelp, words.place, fmt::format("what helps in {}", what));
        checking.length(words.note, kLongestNote, words.place, fmt::format("the note of {}", what));
    }
    for (auto const& moment : scene.moments)
        for (auto const& [language, words] : moment.words) {
            auto const of = fmt::format("moment '{}' of {}", moment.id, what);
            checking.length(words.situation, kLongestSituation, words.place, fmt::format("the situation of {}", of));
            for (auto const& [id, text] : words.choices)
                checking.length(text, kLongestChoice, words.place, fmt::format("choice '{}' of {}", id, of));
            for (auto const& [id, text] : words.consequences)
                checking.length(text, kLongestConsequence, words.place, fmt::format("'{}_then' of {}", id, of));
        }
}

} // namespace

void check_scenes(CheckContext& checking, SceneSet const& set)
{
    auto const& file = set.place.file;
    if (file.empty()) return; // it could not be read, which is reported
    if (!set.picture.empty()) checking.picture(set.picture, location_of(set, "picture"));
    if (set.lines.contains("channel"))
        if (auto const* channel =
                checking.channel(set.channel, location_of(set, "channel"), fmt::format("'{}'", set.id));
            channel && channel->url.empty())
            checking.error(location_of(set, "channel"),
                           fmt::format("channel '{}' has no address, and every scene ends with it", set.channel),
                           "name a channel with a url");
    checking.unique_ids(set.scenes, "scene");
    for (auto const& scene : set.scenes) check_scene(checking, scene);
    checking.words(set.scenes, "scene", file);
    if (checking.is_unread(file)) return;
    if (set.scenes.empty()) checking.error(set.place, fmt::format("'{}' has no scenes", set.id), "add a [[scene]]");
    for (auto const& scene : set.scenes) check_scene_words(checking, scene);
}

} // namespace kiosk::content
