;; What takes the time. Addresses, strides and widths count bytes.
(module
  (memory (export "memory") 1)

  (func $total (param $v v128) (result f32)
    (f32.add
      (f32.add (f32x4.extract_lane 0 (local.get $v)) (f32x4.extract_lane 2 (local.get $v)))
      (f32.add (f32x4.extract_lane 1 (local.get $v)) (f32x4.extract_lane 3 (local.get $v)))))

  ;; y[i, j] = sum over k of x[i, k] * w[j, k]; `width` is a multiple of four floats.
  ;; Four rows of x at a time, so that each row of w is read once for all four.
  (func (export "multiply")
    (param $x i32) (param $stride i32) (param $count i32)
    (param $w i32) (param $rows i32) (param $width i32) (param $y i32)
    (local $line i32) (local $row i32) (local $end i32) (local $j i32) (local $out i32)
    (local $a i32) (local $b i32) (local $c i32) (local $d i32)
    (local $sa v128) (local $sb v128) (local $sc v128) (local $sd v128) (local $v v128)
    (local.set $line (i32.shl (local.get $rows) (i32.const 2)))

    (block $few
      (loop $four
        (br_if $few (i32.lt_s (local.get $count) (i32.const 4)))
        (local.set $row (local.get $w))
        (local.set $out (local.get $y))
        (local.set $j (local.get $rows))
        (loop $next
          (local.set $a (local.get $x))
          (local.set $b (i32.add (local.get $a) (local.get $stride)))
          (local.set $c (i32.add (local.get $b) (local.get $stride)))
          (local.set $d (i32.add (local.get $c) (local.get $stride)))
          (local.set $end (i32.add (local.get $row) (local.get $width)))
          (local.set $sa (v128.const f32x4 0 0 0 0))
          (local.set $sb (local.get $sa))
          (local.set $sc (local.get $sa))
          (local.set $sd (local.get $sa))
          (loop $sum
            (local.set $v (v128.load (local.get $row)))
            (local.set $sa (f32x4.add (local.get $sa) (f32x4.mul (local.get $v) (v128.load (local.get $a)))))
            (local.set $sb (f32x4.add (local.get $sb) (f32x4.mul (local.get $v) (v128.load (local.get $b)))))
            (local.set $sc (f32x4.add (local.get $sc) (f32x4.mul (local.get $v) (v128.load (local.get $c)))))
            (local.set $sd (f32x4.add (local.get $sd) (f32x4.mul (local.get $v) (v128.load (local.get $d)))))
            (local.set $row (i32.add (local.get $row) (i32.const 16)))
            (local.set $a (i32.add (local.get $a) (i32.const 16)))
            (local.set $b (i32.add (local.get $b) (i32.const 16)))
            (local.set $c (i32.add (local.get $c) (i32.const 16)))
            (local.set $d (i32.add (local.get $d) (i32.const 16)))
            (br_if $sum (i32.lt_u (local.get $row) (local.get $end))))
          (local.set $a (local.get $out))
          (f32.store (local.get $a) (call $total (local.get $sa)))
          (local.set $a (i32.add (local.get $a) (local.get $line)))
          (f32.store (local.get $a) (call $total (local.get $sb)))
          (local.set $a (i32.add (local.get $a) (local.get $line)))
          (f32.store (local.get $a) (call $total (local.get $sc)))
          (local.set $a (i32.add (local.get $a) (local.get $line)))
          (f32.store (local.get $a) (call $total (local.get $sd)))
          (local.set $out (i32.add (local.get $out) (i32.const 4)))
          (br_if $next (local.tee $j (i32.sub (local.get $j) (i32.const 1)))))
        (local.set $x (i32.add (local.get $x) (i32.shl (local.get $stride) (i32.const 2))))
        (local.set $y (i32.add (local.get $y) (i32.shl (local.get $line) (i32.const 2))))
        (local.set $count (i32.sub (local.get $count) (i32.const 4)))
        (br $four)))

    (block $none
      (loop $one
        (br_if $none (i32.eqz (local.get $count)))
        (local.set $row (local.get $w))
        (local.set $out (local.get $y))
        (local.set $j (local.get $rows))
        (loop $next
          (local.set $a (local.get $x))
          (local.set $end (i32.add (local.get $row) (local.get $width)))
          (local.set $sa (v128.const f32x4 0 0 0 0))
          (loop $sum
            (local.set $sa
              (f32x4.add (local.get $sa) (f32x4.mul (v128.load (local.get $row)) (v128.load (local.get $a)))))
            (local.set $row (i32.add (local.get $row) (i32.const 16)))
            (local.set $a (i32.add (local.get $a) (i32.const 16)))
            (br_if $sum (i32.lt_u (local.get $row) (local.get $end))))
          (f32.store (local.get $out) (call $total (local.get $sa)))
          (local.set $out (i32.add (local.get $out) (i32.const 4)))
          (br_if $next (local.tee $j (i32.sub (local.get $j) (i32.const 1)))))
        (local.set $x (i32.add (local.get $x) (local.get $stride)))
        (local.set $y (i32.add (local.get $y) (local.get $line)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $one))))

  ;; to += from, `width` a multiple of four floats.
  (func (export "add") (param $from i32) (param $to i32) (param $width i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $from) (local.get $width)))
    (loop $next
      (v128.store (local.get $to)
        (f32x4.add (v128.load (local.get $to)) (v128.load (local.get $from))))
      (local.set $to (i32.add (local.get $to) (i32.const 16)))
      (br_if $next
        (i32.lt_u (local.tee $from (i32.add (local.get $from) (i32.const 16))) (local.get $end)))))

  ;; The largest of every three of x + bias, their mean made 0 and their variance 1, times gain, plus shift: added to y.
  ;; In doubles, which `best` has room for; `width` is that of y.
  (func (export "settle")
    (param $x i32) (param $bias i32) (param $gain i32) (param $shift i32)
    (param $width i32) (param $y i32) (param $best i32)
    (local $at i32) (local $end i32) (local $count f64)
    (local $value f64) (local $mean f64) (local $scale f64)
    (local.set $count (f64.convert_i32_u (i32.shr_u (local.get $width) (i32.const 2))))
    (local.set $at (local.get $best))
    (local.set $end (i32.add (local.get $best) (i32.shl (local.get $width) (i32.const 1))))
    (loop $three
      (local.set $value
        (f64.max
          (f64.max
            (f64.add (f64.promote_f32 (f32.load (local.get $x))) (f64.promote_f32 (f32.load (local.get $bias))))
            (f64.add (f64.promote_f32 (f32.load offset=4 (local.get $x))) (f64.promote_f32 (f32.load offset=4 (local.get $bias)))))
          (f64.add (f64.promote_f32 (f32.load offset=8 (local.get $x))) (f64.promote_f32 (f32.load offset=8 (local.get $bias))))))
      (f64.store (local.get $at) (local.get $value))
      (local.set $mean (f64.add (local.get $mean) (local.get $value)))
      (local.set $x (i32.add (local.get $x) (i32.const 12)))
      (local.set $bias (i32.add (local.get $bias) (i32.const 12)))
      (br_if $three
        (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 8))) (local.get $end))))
    (local.set $mean (f64.div (local.get $mean) (local.get $count)))
    (local.set $at (local.get $best))
    (loop $vary
      (local.set $value (f64.sub (f64.load (local.get $at)) (local.get $mean)))
      (f64.store (local.get $at) (local.get $value))
      (local.set $scale (f64.add (local.get $scale) (f64.mul (local.get $value) (local.get $value))))
      (br_if $vary
        (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 8))) (local.get $end))))
    (local.set $scale
      (f64.div (f64.const 1)
        (f64.sqrt (f64.add (f64.div (local.get $scale) (local.get $count)) (f64.const 1e-8)))))
    (local.set $at (local.get $best))
    (loop $write
      (f32.store (local.get $y)
        (f32.demote_f64
          (f64.add
            (f64.promote_f32 (f32.load (local.get $y)))
            (f64.add
              (f64.mul
                (f64.mul (f64.load (local.get $at)) (local.get $scale))
                (f64.promote_f32 (f32.load (local.get $gain))))
              (f64.promote_f32 (f32.load (local.get $shift)))))))
      (local.set $y (i32.add (local.get $y) (i32.const 4)))
      (local.set $gain (i32.add (local.get $gain) (i32.const 4)))
      (local.set $shift (i32.add (local.get $shift) (i32.const 4)))
      (br_if $write
        (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 8))) (local.get $end))))))
