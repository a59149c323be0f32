// What a voice says when a node of the scene is under the focus: its words, its state, where it stands among those it
// belongs to, and what kind it is. A code is the same address for a phone; a digit of the PIN's pad is never named, and
// what reporting says is for a headset. Pure; the content outlives what is made here.
#pragma once
#include "ui/scene/scene.h"
#include "voice/spoken.h"

#include <chrono>

namespace kiosk::voice {

// Who may hear it. What is private is said to a headset, or after whoever listens has allowed it.
enum class Audience { all, headset };

struct SpokenPart {
    std::string text;
    content::Language language;
    std::chrono::milliseconds pause_after{0};
};

struct Utterance {
    std::vector<SpokenPart> parts; // in the order in which they are said; empty: nothing is said
    Audience audience = Audience::all;

    std::string text() const; // of all parts, with commas between them
};

// The pause after the words of a heading, and after what is said of any node: one hears that the next is another.
constexpr std::chrono::milliseconds kHeadingPause{400};
constexpr std::chrono::milliseconds kNodePause{250};

class Speaker {
public:
    Speaker(content::Content const& content, content::Language language);

    // `node` is of `scene`.
    Utterance utterance(ui::Scene const& scene, ui::Node const& node) const;

private:
    std::string words(char const* key, content::Values const& values = {}) const;
    std::string role_words(ui::Node const& node) const;
    std::string position_words(ui::Scene const& scene, ui::Node const& node) const;

    content::Content const& content_;
    content::Language language_;
    SpokenTexts texts_;
};

} // namespace kiosk::voice
