// Scenes: places on a journey where a traveller decides to look or to look away. A scene is a graph of moments: each
// tells what happens, offers choices, and says what follows from each; a choice leads to a later moment, or ends the
// scene. Every end is alike: what helps, the same steps, and where to report. Nothing here knows how many there are:
// a set of scenes for professionals is a folder more. Plain data, as all content.
#pragma once
#include "content/records.h"

#include <optional>

namespace kiosk::content {

struct MomentWords {
    std::string situation;
    std::string alt; // what the picture shows; only where the moment has one of its own
    std::map<std::string, std::string> choices, consequences; // by choice id
    SourceLocation place;
};

struct SceneMoment {
    std::string id, picture;                     // "": the picture of the moment before
    std::vector<std::string> choices, right;     // choice ids; right: what helps
    std::map<std::string, std::string> leads_to; // moment ids by choice; a choice that is not in it ends the scene
    PerLanguage<MomentWords> words;
    SourceLocation place;
    KeyLocations lines = {};
    UnreadKeys unread = {};

    // Whether it is somewhere else than where the scene begins.
    bool has_own_picture(std::string_view of_scene) const { return !picture.empty() && picture != of_scene; }
    bool helps(std::string_view choice) const;
    // The id of the moment that follows; "" where the scene ends.
    std::string next(std::string const& choice) const;
};

struct SceneWords {
    std::string name, helps, note, alt; // alt: what the picture of the first moment shows
    SourceLocation place;
};

struct Scene {
    std::string id, picture;
    std::vector<std::string> sources;
    std::vector<SceneMoment> moments; // the first is where it begins
    PerLanguage<SceneWords> words;
    SourceLocation place;
    KeyLocations lines = {};
    UnreadKeys unread = {};

    SceneMoment const* find(std::string_view moment) const;
};

struct SceneSet {
    std::string id, picture;
    std::string channel; // id: every scene of the set ends with its address
    std::vector<Scene> scenes;
    PerLanguage<Heading> headings;
    SourceLocation place;
    KeyLocations lines = {};

    Scene const* find(std::string_view scene) const;
};

// The most moments on any way through a scene: each takes a choice and a touch to go on, and nobody stays for more than
// six touches.
constexpr int kMostMoments = 3;

// The number of moments on its longest way; nothing where a way leads in a circle. A choice that leads to no moment
// ends.
std::optional<int> longest_way(Scene const& scene);

} // namespace kiosk::content
