#include "rehearsal/measuring.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::rehearsal {

namespace {

using ui::Lettering;
using ui::Node;
using ui::Role;

constexpr int kLongestLine = 80;   // characters
constexpr float kRounding = 1.01F; // [px]
constexpr char const* kShorter = "shorten the text";
constexpr char const* kLayout = "the layout must give more room";

class Measuring {
public:
    Measuring(ui::Scene const& scene, ui::Layout const& layout) : layout_(layout)
    {
        // What lies under a veil cannot be read or touched.
        for (auto const& node : scene.nodes()) {
            if (node.role == Role::veil) nodes_.clear(), first_ = &node - scene.nodes().data();
            nodes_.push_back(&node);
        }
        for (auto const& lettering : scene.letterings())
            if (static_cast<std::ptrdiff_t>(lettering.order) > first_ || first_ == 0) letterings_.push_back(&lettering);
    }

    std::vector<Finding> all()
    {
        for (auto const* node : nodes_) look_at(*node);
        for (auto const* lettering : letterings_) look_at(*lettering);
        look_at_neighbours();
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

    void look_at(Node const& node)
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
        if (node.tap == ui::Tap::tap && layout_.to_mm(side + kRounding) < ui::kTargetMillimetres)
            find(fmt::format("the target has only {:.1f} mm", layout_.to_mm(side)), node.id, node.label, kLayout);
        if (node.role == Role::code && side + kRounding < layout_.least_code())
            find(fmt::format("the code has only {:.1f} mm", layout_.to_mm(side)), node.id, node.label, kLayout);
    }

    void look_at(Lettering const& lettering)
    {
        auto const id = owner(lettering);
        if (lettering.word_broken) find("a word is cut in two", id, lettering.text, kShorter);
        auto const capital = layout_.to_mm(lettering.font_size * ui::kCapital);
        // The bar stays as it is in large text.
        bool const larger = layout_.large_text() && lettering.rect.y < layout_.bar().y;
        auto const least = (larger ? ui::kCapitalMillimetres * 1.25F : layout_.least_capital()) / 1.25F;
        if (capital < least - layout_.to_mm(0.8F))
            find(fmt::format("capitals have only {:.1f} mm", capital), id, lettering.text, kLayout);
        if (lettering.lines > 1 && lettering.longest > kLongestLine)
            find(fmt::format("a line has {} characters", lettering.longest), id, lettering.text, kLayout);
        if (lettering.rect.x < -kRounding || lettering.rect.right() > layout_.panel().width + kRounding)
            find("the text runs off the panel", id, lettering.text, kShorter);
    }

    // The node that a text belongs to: the smallest one around it; "text" without any.
    std::string owner(Lettering const& lettering) const
    {
        Node const* smallest = nullptr;
        for (auto const* node : nodes_) {
            if (!node->rect.contains(lettering.rect.centre())) continue;
            if (!smallest || node->rect.width * node->rect.height < smallest->rect.width * smallest->rect.height)
                smallest = node;
        }
        return smallest ? smallest->id : "text";
    }

    static Rect shrunk(Rect const& rect, float by) { return rect.inset(std::min(by, rect.width / 3), by); }

    static bool same_view(Rect const& first, Rect const& second) { return (first.width > 0) == (second.width > 0); }

    void look_at_neighbours()
    {
        for (std::size_t i = 0; i < letterings_.size(); ++i) {
            auto const& first = *letterings_[i];
            auto const slack = first.font_size * 0.2F;
            for (std::size_t j = i + 1; j < letterings_.size(); ++j) {
                auto const& second = *letterings_[j];
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
            for (std::size_t j = i + 1; j < nodes_.size(); ++j) look_at(*nodes_[i], *nodes_[j]);
    }

    void look_at(Node const& first, Node const& second)
    {
        if (first.tap != ui::Tap::tap || second.tap != ui::Tap::tap) return;
        if (covers_panel(first) || covers_panel(second) || !same_view(first.view, second.view)) return;
        auto const apart = layout_.mm(ui::kGapMillimetres) - 2 * kRounding;
        if (first.rect.overlaps(second.rect))
            find("lies over " + second.id, first.id, first.label, kLayout);
        else if (first.rect.inset(-apart / 2).overlaps(second.rect.inset(-apart / 2)))
            find("is less than 4 mm from " + second.id, first.id, first.label, kLayout);
    }

    ui::Layout const& layout_;
    std::vector<Node const*> nodes_;
    std::vector<Lettering const*> letterings_;
    std::ptrdiff_t first_ = 0; // index of the topmost veil
    std::vector<Finding> findings_;
};

} // namespace

std::vector<Finding> measure(ui::Scene const& scene, ui::Layout const& layout)
{
    return Measuring(scene, layout).all();
}

} // namespace kiosk::rehearsal
