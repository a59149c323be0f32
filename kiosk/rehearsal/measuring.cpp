#include "rehearsal/measuring.h"
#include "ui/scene/reading_order.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace kiosk::rehearsal {

namespace {

using ui::DrawnText;
using ui::Node;
using ui::Role;

constexpr int kLongestLine = 80;   // characters
constexpr float kRounding = 1.01F; // [px]
constexpr char const* kShorter = "shorten the text";
constexpr char const* kQuieter = "make all but one of them quieter";
constexpr char const* kOtherPicture = "take another picture for one of the places";
constexpr char const* kGroup = "draw what belongs together in one group";
constexpr char const* kLayout = "the layout must give more room";

class SceneChecker {
public:
    SceneChecker(ui::Scene const& scene, ui::Layout const& layout) : scene_(scene), layout_(layout)
    {
        // What lies under a veil cannot be read or touched.
        for (auto const& node : scene.nodes()) {
            if (node.role == Role::veil) nodes_.clear(), first_ = &node - scene.nodes().data();
            nodes_.push_back(&node);
        }
        for (auto const& drawn_picture : scene.drawn_pictures())
            if (static_cast<std::ptrdiff_t>(drawn_picture.order) > first_) drawn_pictures_.push_back(&drawn_picture);
        for (auto const& drawn_text : scene.drawn_texts())
            if (static_cast<std::ptrdiff_t>(drawn_text.order) > first_) drawn_texts_.push_back(&drawn_text);
    }

    std::vector<Finding> all()
    {
        for (auto const* node : nodes_) check(*node);
        for (auto const* drawn_text : drawn_texts_) check(*drawn_text);
        check_neighbours();
        check_primary();
        check_pictures();
        check_reading_order();
        return std::move(findings_);
    }

private:
    void find(std::string what, std::string where, std::string text, std::string advice)
    {
        findings_.push_back({std::move(what), std::move(where), std::move(text), std::move(advice)});
    }

    bool covers_panel(Node const& node) const
    {
        return node.rect.width >= layout_.panel().width - 1 && node.rect.height >= layout_.panel().height - 1;
    }

    void check(Node const& node)
    {
        if (node.label.find_first_of("{}") != std::string::npos)
            find("a value is missing from the text", node.id, node.label,
                 "content/keys/interface_keys.h says its values");
        if (node.clipped) find("the text does not fit", node.id, node.label, kShorter);
        auto const panel = layout_.panel();
        bool const below = node.view.width <= 0 && node.rect.bottom() > panel.height + kRounding;
        if (node.rect.x < -kRounding || node.rect.right() > panel.width + kRounding || below)
            find("lies beyond the panel", node.id, node.label, kLayout);
        auto const side = std::min(node.rect.width, node.rect.height);
        if (node.tap == ui::Tap::tap && layout_.to_millimetres(side + kRounding) < ui::kTargetMillimetres)
            find(fmt::format("the target has only {:.1f} mm", layout_.to_millimetres(side)), node.id, node.label,
                 kLayout);
        if (node.role == Role::code && side + kRounding < layout_.least_code())
            find(fmt::format("the code has only {:.1f} mm", layout_.to_millimetres(side)), node.id, node.label,
                 kLayout);
    }

    void check(DrawnText const& drawn_text)
    {
        auto const id = owner(drawn_text);
        if (drawn_text.word_broken) find("a word is cut in two", id, drawn_text.text, kShorter);
        auto const capital = layout_.to_millimetres(drawn_text.font_size * ui::kCapital);
        // The bar stays as it is in large text.
        bool const larger = layout_.large_text() && drawn_text.rect.y < layout_.bar().y;
        auto const least = (larger ? ui::kCapitalMillimetres * 1.25F : layout_.least_capital()) / 1.25F;
        if (capital < least - layout_.to_millimetres(0.8F))
            find(fmt::format("capitals have only {:.1f} mm", capital), id, drawn_text.text, kLayout);
        if (drawn_text.lines > 1 && drawn_text.longest > kLongestLine)
            find(fmt::format("a line has {} characters", drawn_text.longest), id, drawn_text.text, kLayout);
        if (drawn_text.rect.x < -kRounding || drawn_text.rect.right() > layout_.panel().width + kRounding)
            find("the text runs off the panel", id, drawn_text.text, kShorter);
    }

    // The node that a text belongs to: the smallest one around it; "text" without any.
    std::string owner(DrawnText const& drawn_text) const
    {
        Node const* smallest = nullptr;
        for (auto const* node : nodes_) {
            if (!node->rect.contains(drawn_text.rect.centre())) continue;
            if (!smallest || node->rect.width * node->rect.height < smallest->rect.width * smallest->rect.height)
                smallest = node;
        }
        return smallest ? smallest->id : "text";
    }

    // One thing to do is the main one.
    void check_primary()
    {
        Node const* first = nullptr;
        for (auto const* node : nodes_) {
            if (!node->primary) continue;
            if (first) find("is a second main action beside " + first->id, node->id, node->label, kQuieter);
            first = node;
        }
    }

    void check_pictures()
    {
        std::set<std::string> seen;
        for (auto const* drawn_picture : drawn_pictures_) {
            auto const& name = drawn_picture->name;
            if (!name.starts_with("icon-") && !seen.insert(name).second)
                find("the picture " + name + " stands here twice", "picture", name, kOtherPicture);
        }
    }

    // What a keypad comes to first stands above, or before it in its row.
    void check_reading_order()
    {
        auto const order = scene_.in_reading_order();
        for (std::size_t i = 0; i < order.size(); ++i)
            for (std::size_t j = i + 1; j < order.size(); ++j) {
                auto const& first = *order[i];
                auto const& second = *order[j];
                if (first.region == second.region &&
                    ui::is_read_before(second.rect, first.rect, scene_.reading_start()))
                    find("is read before " + second.id + ", which stands before it", first.id, first.label, kGroup);
            }
    }

    static Rect shrunk(Rect const& rect, float by) { return rect.inset(std::min(by, rect.width / 3), by); }

    static bool same_view(Rect const& first, Rect const& second) { return (first.width > 0) == (second.width > 0); }

    void check_neighbours()
    {
        for (std::size_t i = 0; i < drawn_texts_.size(); ++i) {
            auto const& first = *drawn_texts_[i];
            auto const slack = first.font_size * 0.2F;
            for (std::size_t j = i + 1; j < drawn_texts_.size(); ++j) {
                auto const& second = *drawn_texts_[j];
                if (same_view(first.view, second.view) &&
                    shrunk(first.rect, slack).overlaps(shrunk(second.rect, slack)))
                    find("two texts lie over each other", owner(first), first.text, kShorter);
            }
            for (auto const* node : nodes_) {
                bool const solid = (node->tap == ui::Tap::tap && !covers_panel(*node)) || node->role == Role::code;
                if (!solid || !same_view(first.view, node->view)) continue;
                auto const inner = shrunk(first.rect, slack);
                if (!inner.overlaps(node->rect)) continue;
                bool const within =
                    inner.x >= node->rect.x - kRounding && inner.right() <= node->rect.right() + kRounding &&
                    inner.y >= node->rect.y - kRounding && inner.bottom() <= node->rect.bottom() + kRounding;
                if (node->role == Role::code || !within)
                    find("a text runs over what stands beside it", node->id, first.text, kShorter);
            }
        }
        for (std::size_t i = 0; i < nodes_.size(); ++i)
            for (std::size_t j = i + 1; j < nodes_.size(); ++j) check(*nodes_[i], *nodes_[j]);
    }

    void check(Node const& first, Node const& second)
    {
        if (first.tap != ui::Tap::tap || second.tap != ui::Tap::tap) return;
        if (covers_panel(first) || covers_panel(second) || !same_view(first.view, second.view)) return;
        auto const apart = layout_.millimetres(ui::kGapMillimetres) - 2 * kRounding;
        if (first.rect.overlaps(second.rect))
            find("lies over " + second.id, first.id, first.label, kLayout);
        else if (first.rect.inset(-apart / 2).overlaps(second.rect.inset(-apart / 2)))
            find("is less than 4 mm from " + second.id, first.id, first.label, kLayout);
    }

    ui::Scene const& scene_;
    ui::Layout const& layout_;
    std::vector<Node const*> nodes_;
    std::vector<DrawnText const*> drawn_texts_;
    std::vector<ui::DrawnPicture const*> drawn_pictures_;
    std::ptrdiff_t first_ = -1; // index of the topmost veil; -1: there is none
    std::vector<Finding> findings_;
};

// [mm] Capitals that are twice as high as large letters ask for, as in the emergency number, are as large as their
// place in either size of letters.
constexpr float kLargeForAll = 2 * ui::kLargeCapitalMillimetres;

// Five words side by side have no room to grow on small panels and on those of 4:3 and 5:4.
bool bar_is_scarce(ui::Layout const& layout)
{
    bool const square = !layout.portrait() && layout.panel().width < layout.panel().height * 1.4F;
    return layout.low() || layout.narrow() || square;
}

} // namespace

std::vector<Finding> missing_pictures(ui::Scene const& scene)
{
    std::vector<Finding> findings;
    for (auto const& drawn_picture : scene.drawn_pictures())
        if (!drawn_picture.there)
            findings.push_back({"the picture " + drawn_picture.name + " is not there", "picture", drawn_picture.name,
                                "add the picture, or take another"});
    return findings;
}

std::vector<Finding> measure(ui::Scene const& scene, ui::Layout const& layout)
{
    return SceneChecker(scene, layout).all();
}

std::vector<Finding> measure_enlargement(std::vector<DrawnText> const& normal, ui::Scene const& large,
                                         ui::Layout const& layout)
{
    std::map<std::string, std::vector<DrawnText const*>> before;
    std::map<std::string, std::vector<DrawnText const*>> after;
    for (auto const& drawn_text : normal) before[drawn_text.text].push_back(&drawn_text);
    for (auto const& drawn_text : large.drawn_texts()) after[drawn_text.text].push_back(&drawn_text);
    std::vector<Finding> findings;
    for (auto const& [text, found] : after) {
        auto const& known = before[text];
        for (std::size_t i = 0; i < std::min(found.size(), known.size()); ++i) {
            bool const in_bar =
                bar_is_scarce(layout) && found[i]->view.width <= 0 && found[i]->rect.y >= layout.bar().y;
            auto const times = found[i]->font_size / known[i]->font_size;
            auto const capital = layout.to_millimetres(found[i]->font_size * ui::kCapital);
            if (found[i]->held_by_word || in_bar || capital >= kLargeForAll) continue;
            if (found[i]->font_size < known[i]->font_size * ui::kLeastEnlargement - kRounding)
                findings.push_back(
                    {fmt::format("large letters are only {:.2f} times as large", times), "text", text, kLayout});
        }
    }
    return findings;
}

} // namespace kiosk::rehearsal
