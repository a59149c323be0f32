#include "voice/utterance.h"

#include <algorithm>

namespace kiosk::voice {

namespace {

// Ids of nodes say which screens they are of: reporting's begin so, and those of the PIN's pad.
bool is_of_reporting(ui::Node const& node) { return node.id.starts_with("report."); }
bool is_of_pin(ui::Node const& node) { return node.id.starts_with("pin."); }

bool is_pin_digit(ui::Node const& node)
{
    auto const name = std::string_view(node.id).substr(std::min<std::size_t>(4, node.id.size()));
    return is_of_pin(node) && name.size() == 1 && name[0] >= '0' && name[0] <= '9';
}

} // namespace

std::string Utterance::text() const
{
    std::string text;
    for (auto const& part : parts) text += (text.empty() ? "" : ", ") + part.text;
    return text;
}

Speaker::Speaker(content::Content const& content, content::Language language)
    : content_(content),
      language_(std::move(language)),
      texts_(content)
{
}

std::string Speaker::words(char const* key, content::Values const& values) const
{
    return content_.sentence(language_, key, values);
}

std::string Speaker::role_words(ui::Node const& node) const
{
    switch (node.role) {
    case ui::Role::heading: return words("speech.heading");
    case ui::Role::button: return words("speech.button");
    case ui::Role::choice: return words("speech.choice");
    case ui::Role::picture: return words("speech.picture");
    case ui::Role::text:
    case ui::Role::code:
    case ui::Role::progress:
    case ui::Role::veil:
    case ui::Role::figure: break;
    }
    return "";
}

// Of what can be touched in its group: the second of four answers.
std::string Speaker::position_words(ui::Scene const& scene, ui::Node const& node) const
{
    if (node.group == 0 || node.tap == ui::Tap::none) return "";
    int place = 0;
    int count = 0;
    for (auto const* other : scene.targets()) {
        if (other->group != node.group) continue;
        ++count;
        if (other->id == node.id) place = count;
    }
    if (count < 2) return "";
    return words("speech.position", {{"number", std::to_string(place)}, {"count", std::to_string(count)}});
}

Utterance Speaker::utterance(ui::Scene const& scene, ui::Node const& node) const
{
    Utterance utterance;
    utterance.audience = is_of_reporting(node) || is_of_pin(node) ? Audience::headset : Audience::all;
    auto const short_numbers = is_of_reporting(node) ? ShortNumbers::digit_by_digit : ShortNumbers::as_numbers;
    auto const say = [&](std::string const& text, content::Language const& language) {
        if (!text.empty()) utterance.parts.push_back({text, language});
    };
    if (is_pin_digit(node)) {
        say(words("speech.digit"), language_);
    } else if (node.role == ui::Role::code) {
        say(words("speech.code"), language_);
    } else {
        say(texts_.spoken(node.label, node.language, short_numbers), node.language);
        if (utterance.parts.size() == 1 && node.role == ui::Role::heading)
            utterance.parts.front().pause_after = kHeadingPause;
        // "3/6" stands for the third of six.
        auto const slash = node.state.find('/');
        if (node.role == ui::Role::progress && slash != std::string::npos)
            say(words("speech.position",
                      {{"number", node.state.substr(0, slash)}, {"count", node.state.substr(slash + 1)}}),
                language_);
        else if (node.state != node.label)
            say(texts_.spoken(node.state, language_, short_numbers), language_);
        say(position_words(scene, node), language_);
    }
    say(role_words(node), language_);
    if (!utterance.parts.empty()) utterance.parts.back().pause_after = kNodePause;
    return utterance;
}

} // namespace kiosk::voice
