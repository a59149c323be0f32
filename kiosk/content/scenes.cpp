#include "content/scenes.h"

#include <algorithm>

namespace kiosk::content {

bool SceneMoment::helps(std::string_view choice) const
{
    return std::find(right.begin(), right.end(), choice) != right.end();
}

std::string SceneMoment::next(std::string const& choice) const
{
    auto const found = leads_to.find(choice);
    return found == leads_to.end() ? "" : found->second;
}

SceneMoment const* Scene::find(std::string_view moment) const
{
    auto const found = std::find_if(moments.begin(), moments.end(), [&](auto const& one) { return one.id == moment; });
    return found == moments.end() ? nullptr : &*found;
}

Scene const* SceneSet::find(std::string_view scene) const
{
    auto const found = std::find_if(scenes.begin(), scenes.end(), [&](auto const& one) { return one.id == scene; });
    return found == scenes.end() ? nullptr : &*found;
}

namespace {

// Moments from here to the farthest end. `left`: how many more a way may have before it must be a circle.
std::optional<int> way_from(Scene const& scene, SceneMoment const& moment, std::size_t left)
{
    if (left == 0) return std::nullopt;
    int longest = 1;
    for (auto const& choice : moment.choices) {
        auto const* next = scene.find(moment.next(choice));
        if (!next) continue;
        auto const rest = way_from(scene, *next, left - 1);
        if (!rest) return std::nullopt;
        longest = std::max(longest, 1 + *rest);
    }
    return longest;
}

} // namespace

std::optional<int> longest_way(Scene const& scene)
{
    if (scene.moments.empty()) return 0;
    return way_from(scene, scene.moments.front(), scene.moments.size());
}

} // namespace kiosk::content
