// What is read out in place of a picture: whoever gives a page another picture is told that its words describe the one
// before.
#include "content/check/checking.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace kiosk::content {

namespace {

struct Described {
    std::string what, picture;
    SourceLocation place;
    std::map<Language, std::string> alternatives;
};

template <typename Words>
std::map<Language, std::string> alternatives_of(PerLanguage<Words> const& words)
{
    std::map<Language, std::string> found;
    for (auto const& [language, one] : words)
        if (!one.alt.empty()) found.emplace(language, one.alt);
    return found;
}

std::vector<Described> described_in(Content const& content)
{
    std::vector<Described> found;
    for (auto const* series : content.all_series())
        for (auto const& page : series->pages)
            found.push_back({fmt::format("page '{}'", page.id), page.picture, location_of(page, "picture"),
                             alternatives_of(page.words)});
    for (auto const& set : content.scenes)
        for (auto const& scene : set.scenes) {
            found.push_back({fmt::format("scene '{}'", scene.id), scene.picture, location_of(scene, "picture"),
                             alternatives_of(scene.words)});
            for (auto const& moment : scene.moments)
                if (moment.has_own_picture(scene.picture))
                    found.push_back({fmt::format("moment '{}' of scene '{}'", moment.id, scene.id), moment.picture,
                                     location_of(moment, "picture"), alternatives_of(moment.words)});
        }
    return found;
}

// The picture that most of them show, the first of two that as many do: the others' words are those of before.
std::string shown_by_most(std::vector<Described const*> const& alike)
{
    std::map<std::string, int> shown;
    for (auto const* one : alike) ++shown[one->picture];
    auto const most = std::max_element(alike.begin(), alike.end(), [&](Described const* one, Described const* other) {
        return shown[one->picture] < shown[other->picture];
    });
    return (*most)->picture;
}

} // namespace

void check_alternatives(CheckContext& checking)
{
    auto described = described_in(checking.content);
    // A name of no picture is told elsewhere, and says nothing of what is described.
    std::erase_if(described, [&](Described const& one) {
        return one.picture.empty() ||
               (checking.options.picture_exists && !checking.options.picture_exists(one.picture));
    });
    std::map<std::pair<Language, std::string>, std::vector<Described const*>> by_words;
    for (auto const& one : described)
        for (auto const& alternative : one.alternatives) by_words[alternative].push_back(&one);
    std::map<Described const*, std::pair<std::string, std::vector<Language>>> strange; // what their words describe
    for (auto const& [words, alike] : by_words)
        for (auto const* one : alike)
            if (auto const usual = shown_by_most(alike); one->picture != usual) {
                strange[one].first = usual;
                strange[one].second.push_back(words.first);
            }
    for (auto const& [one, found] : strange)
        checking.warning(one->place,
                         fmt::format("{} shows '{}', and its alt is that of '{}' (in {})", one->what, one->picture,
                                     found.first, fmt::join(found.second, ", ")),
                         "say in each of these languages what is to be seen in its picture");
}

} // namespace kiosk::content
